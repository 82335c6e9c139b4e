import { Fragment } from "react";
import { useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page-parts";
import type { FieldDifference, Piece } from "../differences/model";
import type { DifferencesView } from "../differences/queries.server";

/** The same with its heading and what it is compared with; says so when nothing changed. */
export function DifferencesSection({ view }: { view: DifferencesView }) {
  const t = useT("drafting");
  return (
    <Section id="differences" title={t("differences.title")} note={view.basis}>
      {view.differences.length > 0 ? (
        <Differences differences={view.differences} />
      ) : (
        <p className="quiet">{t("differences.none")}</p>
      )}
    </Section>
  );
}

/** What changed, field by field: what went is struck out, what came is underlined, and both say so to those who cannot see it. */
export function Differences({ differences }: { differences: FieldDifference[] }) {
  return (
    <Facts
      facts={differences.map(({ label, pieces, lang }) => ({
        term: label,
        value: (
          <div className="typed" lang={lang} dir={lang && "auto"}>
            {pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
              <Fragment key={index}>
                <OnePiece piece={piece} />
              </Fragment>
            ))}
          </div>
        ),
      }))}
    />
  );
}

function OnePiece({ piece: { kind, text } }: { piece: Piece }) {
  const t = useT("ui");
  if (kind === "kept") return shortened(text);
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag>
      <span className="sr">{t(`diff.${kind}`)} </span>
      {text}
    </Tag>
  );
}

const room = 240;

/** A long passage that stayed is shown by its ends only. */
function shortened(text: string): string {
  return text.length > 2 * room ? `${text.slice(0, room)} […] ${text.slice(-room)}` : text;
}
