import type { Tx } from "~/platform/db/client.server";
import type { EntryDetails } from "../lists/model";
import { hitThreshold, nameLikeness, searchForms } from "../model";

export type NamedAs = "organisation" | "key_person" | "co_pledger" | "implementing_partner";

/** A name to screen: whose it is, and the pledge that names it. */
export interface NamedParty {
  name: string;
  role: NamedAs;
  pledgeId: string | null;
}

/** Revisions that count: what was sent in and not ended. */
const ended = ["draft", "ready", "declined", "withdrawn", "superseded"] as const;

/** Everyone an organisation names (R14): itself in every language, its key people, and partners of its pledges. Each name once. */
export async function namesOf(tx: Tx, organisationId: string): Promise<NamedParty[]> {
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, include: { people: true } });
  if (!organisation) return [];
  const revisions = await tx.revision.findMany({
    where: { pledge: { organisationId }, state: { notIn: [...ended] } },
    select: { pledgeId: true, partners: true, coPledgers: { select: { name: true } } },
  });
  const translated = Object.values((organisation.names ?? {}) as Record<string, unknown>);
  const all: NamedParty[] = [
    ...[organisation.officialName, organisation.shortName, ...translated].map((name) =>
      party(name, "organisation", null),
    ),
    ...organisation.people.flatMap(({ fullName, originalName }) =>
      [fullName, originalName].map((name) => party(name, "key_person", null)),
    ),
    ...revisions.flatMap(({ pledgeId, partners, coPledgers }) => [
      ...coPledgers.map(({ name }) => party(name, "co_pledger", pledgeId)),
      ...partners.map((name) => party(name, "implementing_partner", pledgeId)),
    ]),
  ];
  const byKey = new Map<string, NamedParty>();
  for (const one of all) if (keyOf(one.name) && !byKey.has(keyOf(one.name))) byKey.set(keyOf(one.name), one);
  return [...byKey.values()];
}

const party = (name: unknown, role: NamedAs, pledgeId: string | null): NamedParty => ({
  name: typeof name === "string" ? name.trim() : "",
  role,
  pledgeId,
});

/** What makes two writings the same name for the memory of hits; empty where there is nothing to compare. */
export const keyOf = (name: string): string =>
  searchForms(name).plain && name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

interface Candidate {
  dataId: string;
  fingerprint: string;
  details: EntryDetails;
  listedName: string;
  lowQuality: boolean;
}

/** Listed names that share enough trigrams with one name to be compared in full; the most alike first. */
const candidates = 80;

/** How alike in trigrams a candidate must be: low, since `nameLikeness` decides. */
const trigramThreshold = 0.22;

/** Must run once in the transaction before `hitsFor`. */
export const setTrigramThreshold = (tx: Tx) =>
  tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(trigramThreshold)}, true)`;

/** The entries of a list that a name is like, each with its most alike name and the score of 0 to 100. */
export async function hitsFor(tx: Tx, listId: string, name: string): Promise<(Candidate & { score: number })[]> {
  const { plain, skeleton } = searchForms(name);
  const rows = await tx.$queryRaw<Candidate[]>`
    SELECT e.data_id AS "dataId", e.fingerprint, e.details, n.name AS "listedName", n.low_quality AS "lowQuality"
      FROM sanctions_names n JOIN sanctions_entries e ON e.id = n.entry_id
     WHERE e.list_id = ${listId}::uuid AND (n.plain % ${plain} OR n.skeleton % ${skeleton})
     ORDER BY GREATEST(similarity(n.plain, ${plain}), similarity(n.skeleton, ${skeleton})) DESC, n.id
     LIMIT ${candidates}`;
  const best = new Map<string, Candidate & { score: number }>();
  for (const row of rows) {
    const score = nameLikeness(name, row.listedName);
    if (score >= hitThreshold && score > (best.get(row.dataId)?.score ?? 0)) best.set(row.dataId, { ...row, score });
  }
  return [...best.values()];
}
