import { useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";

/** A term and what is stated about it; null: not stated. `reading`: our reading of a public announcement (R16). */
export interface StatedFact {
  term: string;
  value: string | null;
  note?: string | null;
  /** Language of the note, when it is not the page's. */
  noteLang?: string;
  reading?: boolean;
  href?: string;
  /** Language of the value, when it is not the page's. */
  lang?: string;
}

/** Facts as stated: what is missing says so, what is our reading says so. */
export function StatedFacts({ facts }: { facts: StatedFact[] }) {
  const t = useT("pledges");
  if (facts.length === 0) return null;
  return (
    <Facts
      facts={facts.map(({ term, value, note, noteLang, reading, href, lang }) => ({
        term,
        value:
          value === null ? null : (
            <>
              <bdi lang={lang}>
                {href ? (
                  <a href={href} rel="nofollow ugc noopener">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </bdi>{" "}
              {note && (
                <bdi className="quiet" lang={noteLang}>
                  {note}
                </bdi>
              )}{" "}
              {reading && <small className="quiet">({t("body.our_reading")})</small>}
            </>
          ),
      }))}
    />
  );
}
