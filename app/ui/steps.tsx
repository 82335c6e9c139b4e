import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

export type Step = {
  label: string;
  /** Left out while the step cannot be opened yet. */
  href?: string;
  /** "Done", "2 things to mend": what stands there now. */
  state: ReactNode;
  current?: boolean;
  /** Something in this step waits for a person. */
  due?: boolean;
};

/** The steps of a long form with their state; folded to one line on phones. */
export function Steps({ steps }: { steps: Step[] }) {
  const t = useT("ui");
  const at = steps.findIndex((step) => step.current) + 1;
  return (
    <nav aria-label={t("steps.label")}>
      <details className="stepbox fold">
        <summary>{t("steps.at", { step: at, steps: steps.length })}</summary>
        <ol className="steps">
          {steps.map((step, index) => (
            <li key={step.label} className={step.due ? "due" : undefined}>
              <StepLine step={step} number={index + 1} />
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function StepLine({ step, number }: { step: Step; number: number }) {
  const inside = (
    <>
      <span className="quiet">{number}</span>
      <b>{step.label}</b>
      <small>{step.state}</small>
    </>
  );
  if (!step.href) return <span>{inside}</span>;
  return (
    <a href={step.href} aria-current={step.current ? "step" : undefined}>
      {inside}
    </a>
  );
}
