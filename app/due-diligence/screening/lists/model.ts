import type { ListedEntry } from "../formats/un-list";

/** What tells an entry from what it was before, and enough of it to show. */
export interface ComparedEntry {
  dataId: string;
  fingerprint: string;
  name: string;
  reference: string | null;
}

type Difference = { count: number; first: { name: string; reference: string | null }[] };

/** What a list changes against the one in use; of each kind the first few are named. */
export type ListChanges = Record<"added" | "removed" | "changed", Difference>;

/** Entries of each kind of change that the preview names. */
const named = 25;

/** Compares two lists by the entries' own numbers; an entry counts as changed where its fingerprint differs. */
export function compareLists(before: readonly ComparedEntry[], after: readonly ComparedEntry[]): ListChanges {
  const earlier = new Map(before.map((entry) => [entry.dataId, entry]));
  const later = new Set(after.map(({ dataId }) => dataId));
  return {
    added: difference(after.filter(({ dataId }) => !earlier.has(dataId))),
    removed: difference(before.filter(({ dataId }) => !later.has(dataId))),
    changed: difference(
      after.filter((entry) => (earlier.get(entry.dataId)?.fingerprint ?? entry.fingerprint) !== entry.fingerprint),
    ),
  };
}

const difference = (entries: readonly ComparedEntry[]): Difference => ({
  count: entries.length,
  first: entries.slice(0, named).map(({ name, reference }) => ({ name, reference })),
});

/** What is shown of an entry beside a hit. */
export type EntryDetails = Pick<ListedEntry, "kind" | "reference" | "listType" | "listedOn" | "nationalities"> & {
  names: string[];
};

export const detailsOf = ({ names, ...entry }: ListedEntry): EntryDetails => ({
  kind: entry.kind,
  reference: entry.reference,
  listType: entry.listType,
  listedOn: entry.listedOn,
  nationalities: entry.nationalities,
  names: names.map(({ name }) => name),
});
