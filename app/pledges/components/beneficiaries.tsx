import { useT } from "~/platform/i18n/react";
import type { Group } from "~/reference/codes";
import { DataTable } from "~/ui/data-table";
import { Extent } from "~/ui/extent";
import { Section } from "~/ui/page-parts";
import { StateTag, type Tone } from "~/ui/tags";
import type { ClaimCheck, ImpliedExtent } from "../benefit/model";
import { type StatedFact, StatedFacts } from "./stated-facts";

interface DerivedExtent {
  implied: ImpliedExtent;
  label: string;
}

/** For whom, formatted for one language. */
export interface BeneficiariesView {
  scope: string | null;
  /** The pledger's own words on the places. */
  note: string | null;
  /** Language of the pledger's words, when it is not the page's. */
  wordsLang?: string;
  places: { name: string; href: string; share: string | null }[];
  facts: StatedFact[];
  /** The day on which "when pledged" is judged, written out. */
  pledgedOn: string;
  groups: {
    group: Group;
    label: string;
    claimed: DerivedExtent | null;
    note: string | null;
    pledged: DerivedExtent;
    today: DerivedExtent;
    check: ClaimCheck;
  }[];
}

const levels: Partial<Record<ImpliedExtent, 0 | 1 | 2 | 3>> = {
  none: 0,
  partly: 1,
  partly_unknown: 1,
  primarily: 2,
  exclusively: 3,
};

/** An extent as bars and a word; what cannot be derived has no bars. */
export function ExtentMark({ of }: { of: DerivedExtent | null }) {
  const t = useT("ui");
  if (!of) return <span className="quiet">{t("not_stated")}</span>;
  const level = levels[of.implied];
  return level === undefined ? <span className="quiet">{of.label}</span> : <Extent level={level}>{of.label}</Extent>;
}

const tones: Record<ClaimCheck, Tone> = { agrees: "done", differs: "half", no_claim: "quiet", not_derivable: "quiet" };

/** What the pledger says of each group, beside what the official lists say when pledged and today (R22, R23). */
export function PledgeBeneficiaries({ view }: { view: BeneficiariesView }) {
  const t = useT("pledges");
  return (
    <Section id="for-whom" title={t("body.for_whom")} note={t("body.for_whom_note")}>
      <div className="stack">
        {view.scope && <p>{view.scope}</p>}
        {view.note && (
          <p lang={view.wordsLang} dir={view.wordsLang ? "auto" : undefined}>
            {view.note}
          </p>
        )}
        {view.places.length > 0 && (
          <ul className="row">
            {view.places.map((place) => (
              <li key={place.href}>
                <a href={place.href}>{place.name}</a> {place.share && <span className="num">{place.share}</span>}
              </li>
            ))}
          </ul>
        )}
        <DataTable
          caption={t("body.groups")}
          hideCaption
          columns={[
            { label: t("body.group") },
            { label: t("body.claimed") },
            { label: t("body.lists_pledged", { date: view.pledgedOn }) },
            { label: t("body.lists_today") },
            { label: t("body.check") },
          ]}
          rows={view.groups.map((row) => ({
            key: row.group,
            cells: [
              row.label,
              <span key="claimed">
                <ExtentMark of={row.claimed} />
                {row.note && (
                  <small className="quiet">
                    {" "}
                    <bdi lang={view.wordsLang}>{row.note}</bdi>
                  </small>
                )}
              </span>,
              <ExtentMark key="pledged" of={row.pledged} />,
              <ExtentMark key="today" of={row.today} />,
              <StateTag key="check" tone={tones[row.check]}>
                {t(`claim_check.${row.check}`)}
              </StateTag>,
            ],
          }))}
        />
        <StatedFacts facts={view.facts} />
      </div>
    </Section>
  );
}
