import { randomBytes } from "node:crypto";
import type { Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import type { Organisation } from "~/platform/db/generated/client";
import { latin, slugOf } from "./model";

type Names = Pick<Organisation, "officialName" | "shortName" | "names">;

const allNames = ({ officialName, shortName, names }: Names): string[] => [
  officialName,
  ...(shortName ? [shortName] : []),
  ...Object.values((names ?? {}) as Record<string, string>),
];

/** The first free slug that one of the names gives. Slugs are never used again, nor are those of before (R13). */
export async function freeSlug(tx: Tx, ...names: (string | null | undefined)[]): Promise<string> {
  const base =
    names.map((name) => slugOf(name ?? "")).find((slug) => slug.length > 1) ?? `o-${randomBytes(4).toString("hex")}`;
  // Two registrations of one name at once take turns here instead of failing on the unique index.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${base}`}, 0))`;
  const where = { slug: { startsWith: base } };
  const taken = new Set([
    ...(await tx.organisation.findMany({ where, select: { slug: true } })).map(({ slug }) => slug),
    ...(await tx.organisationSlug.findMany({ where, select: { slug: true } })).map(({ slug }) => slug),
  ]);
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
  return slug;
}

/** Keeps by which letters an organisation's names are found to be alike (R9). */
export async function keepNames(tx: Tx, organisation: Names & { id: string }): Promise<void> {
  const { id: organisationId } = organisation;
  await tx.organisationNameKey.deleteMany({ where: { organisationId } });
  const keys = new Set(allNames(organisation).map(latin).filter(Boolean));
  await tx.organisationNameKey.createMany({ data: [...keys].map((key) => ({ organisationId, key })) });
}

/**
 * After a change of names: the address follows the new name, and the old one leads on for ever (R13). An address that the new name would
 * give as well stays as it is.
 */
export async function followNames(run: Run, before: Organisation, after: Organisation): Promise<void> {
  await keepNames(run.tx, after);
  const wanted = slugOf(after.shortName ?? "") || slugOf(after.officialName);
  const had = slugOf(before.shortName ?? "") || slugOf(before.officialName);
  if (!wanted || wanted === had) return;
  const slug = await freeSlug(run.tx, after.shortName, after.officialName);
  await run.tx.organisationSlug.create({
    data: { slug: before.slug, organisationId: before.id, retiredAt: run.now },
  });
  await run.tx.organisation.update({ where: { id: after.id }, data: { slug } });
}
