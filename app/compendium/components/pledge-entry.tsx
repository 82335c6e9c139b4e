import { useT } from "~/platform/i18n/react";
import { Measure } from "~/ui/measure";
import { RegisterEntries, RegisterEntry } from "~/ui/register-entry";
import { type Shape, ShapeTag, StateTag, type Tone } from "~/ui/tags";

/** A pledge in a list, formatted for one language. */
export interface EntryView {
  reference: string;
  href: string;
  title: string;
  /** Set when title and summary are not in the page's language (R25). */
  titleLang?: string;
  /** Says which language that is. */
  languageNote: string | null;
  summary: string;
  organisation: string;
  date: string | null;
  compiled: boolean;
  type: { shape: Shape; label: string } | null;
  focusAreas: { shape: Shape; label: string }[];
  /** The figure in the margin; null where none is stated. */
  fact: string | null;
  factNote: string | null;
  hasMeasure: boolean;
  /** What was delivered of what counts, in US cents. */
  measure: { delivered: number | null; target: number | null };
  state: { tone: Tone; label: string };
  /** The same for a table. */
  cells: { date: string; value: string | null; people: string | null };
}

type PledgeEntriesProps = {
  entries: EntryView[];
  /** Without summaries. */
  brief?: boolean;
  /** Says of each compiled record that it is one; left out where one sentence says so for the whole list. */
  origin?: boolean;
};

/** Pledges as entries of the register. */
export function PledgeEntries({ entries, brief, origin }: PledgeEntriesProps) {
  const t = useT("ui");
  return (
    <RegisterEntries>
      {entries.map((entry) => (
        <RegisterEntry
          key={entry.reference}
          href={entry.href}
          title={entry.title}
          titleLang={entry.titleLang}
          meta={[
            entry.organisation,
            ...(entry.date ? [<EntryDate key="date">{entry.date}</EntryDate>] : []),
            ...(entry.languageNote ? [entry.languageNote] : []),
            ...(origin && entry.compiled ? [t("compiled")] : []),
          ]}
          summary={
            !brief &&
            entry.summary && (
              <span lang={entry.titleLang} dir={entry.titleLang && "auto"}>
                {entry.summary}
              </span>
            )
          }
          tags={<EntryTags entry={entry} />}
          fact={entry.fact ?? <span className="quiet">{t("not_stated")}</span>}
          factNote={entry.factNote}
          measure={entry.hasMeasure && <Measure {...entry.measure} />}
          state={<StateTag tone={entry.state.tone}>{entry.state.label}</StateTag>}
        />
      ))}
    </RegisterEntries>
  );
}

const EntryDate = ({ children }: { children: string }) => <span className="num">{children}</span>;

function EntryTags({ entry }: { entry: EntryView }) {
  return (
    <>
      {entry.type && <ShapeTag shape={entry.type.shape}>{entry.type.label}</ShapeTag>}
      {entry.focusAreas.map(({ shape, label }) => (
        <ShapeTag key={shape} shape={shape}>
          {label}
        </ShapeTag>
      ))}
    </>
  );
}
