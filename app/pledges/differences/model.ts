import { diffArrays } from "diff";

/** One field of a pledge as a reader sees it. */
export interface FieldText {
  field: string;
  label: string;
  /** Empty: not stated. */
  text: string;
  /** Language of the text, when it is not the page's. */
  lang?: string;
  /** Written by a person: compared word by word. Codes, figures and dates are compared as a whole. */
  prose?: boolean;
}

/** A passage that stayed, came or went. */
export interface Piece {
  kind: "kept" | "added" | "removed";
  text: string;
}

/** A field that says something else than before; `pieces` in reading order. */
export interface FieldDifference {
  field: string;
  label: string;
  before: string;
  after: string;
  pieces: Piece[];
  lang?: string;
}

/** The fields in which two states of a pledge differ, in the order of the later one; fields that fell away come last. */
export function differencesOf(before: readonly FieldText[], after: readonly FieldText[]): FieldDifference[] {
  const earlier = new Map(before.map((one) => [one.field, one]));
  const later = new Set(after.map(({ field }) => field));
  const fields = [...after, ...before.filter(({ field }) => !later.has(field)).map((one) => ({ ...one, text: "" }))];
  return fields.flatMap(({ field, label, text, lang, prose }) => {
    const was = earlier.get(field)?.text ?? "";
    if (was === text) return [];
    const pieces = prose ? wordPieces(was, text) : wholePieces(was, text);
    return [{ field, label, before: was, after: text, pieces, lang: lang ?? earlier.get(field)?.lang }];
  });
}

const wholePieces = (before: string, after: string): Piece[] => [
  ...(before ? [{ kind: "removed", text: before } as const] : []),
  ...(after ? [{ kind: "added", text: after } as const] : []),
];

// Knows where words end in every script, Chinese included.
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Word by word, unless so little stayed that two whole texts read better; also when comparing would take too long. */
function wordPieces(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: 1_000 });
  if (!changes) return wholePieces(before, after);
  const pieces = changes.map(({ added, removed, value }): Piece => {
    const kind = added ? "added" : removed ? "removed" : "kept";
    return { kind, text: value.join("") };
  });
  const kept = pieces.filter(({ kind }) => kind === "kept").reduce((sum, { text }) => sum + text.trim().length, 0);
  return kept * 4 < Math.max(before.length, after.length) ? wholePieces(before, after) : pieces;
}
