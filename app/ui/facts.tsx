import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

export type Fact = { term: ReactNode; value: ReactNode | null };

/** Terms and values between hairlines. A null value reads "not stated": missing data is shown, not hidden. */
export function Facts({ facts, narrow }: { facts: Fact[]; narrow?: boolean }) {
  const t = useT("ui");
  return (
    <dl className={narrow ? "facts narrow" : "facts"}>
      {facts.map(({ term, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
        <div key={index}>
          <dt>{term}</dt>
          {value === null ? <dd className="quiet">{t("not_stated")}</dd> : <dd>{value}</dd>}
        </div>
      ))}
    </dl>
  );
}
