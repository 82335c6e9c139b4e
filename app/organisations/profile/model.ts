/** What readers see of an organisation: accepted by one member of staff (R13). */
export const profileNames = ["shortName", "names", "description", "website", "publicContact"] as const;
type ProfileName = (typeof profileNames)[number];

/** Names by language; only those that are stated. */
export type OtherNames = Record<string, string>;

/** The fields that a proposal changes, as they are kept: null for what is not stated. */
export type ProfileValues = Partial<Record<Exclude<ProfileName, "names">, string | null> & { names: OtherNames }>;

/** The same value always in the same way, so that two can be compared. */
function settled(name: ProfileName, value: unknown): unknown {
  if (name !== "names") return value ?? null;
  const stated = Object.entries((value ?? {}) as Partial<OtherNames>).filter(([, text]) => text);
  return Object.fromEntries(stated.sort(([a], [b]) => a.localeCompare(b)));
}

/** The fields that would change: what stands now and what is proposed. What was left empty is not stated any more. */
export function difference(
  now: Partial<Record<ProfileName, unknown>>,
  proposed: Partial<Record<ProfileName, unknown>>,
): { before: ProfileValues; after: ProfileValues } {
  const changed = profileNames.filter(
    (name) => JSON.stringify(settled(name, now[name])) !== JSON.stringify(settled(name, proposed[name])),
  );
  const only = (values: Partial<Record<ProfileName, unknown>>): ProfileValues =>
    Object.fromEntries(changed.map((name) => [name, settled(name, values[name])]));
  return { before: only(now), after: only(proposed) };
}
