import { randomBytes } from "node:crypto";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import { Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { slugOf } from "./model";
import { similarOrganisations } from "./queries.server";
import type { RecordInput, RegistrationInput } from "./schema";

/**
 * Registers an organisation; the person becomes its lead and it becomes their active one. Throws `Invalid` on `similarAnswer` while likely
 * duplicates are unanswered (R9). Answers the new id.
 */
export async function registerOrganisation(
  actor: Actor,
  values: RegistrationInput,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  return command({ actor, name: "organisation.register", receipt }, async (run) => {
    if (actor.kind !== "person") throw new Refused("organisation.register");
    const { people, mayAct: _, similarAnswer, ...facts } = values;
    const partOfId = await answerSimilar(run, facts, actor.email, similarAnswer);
    const organisation = await run.tx.organisation.create({
      data: {
        ...facts,
        state: "registered",
        slug: await freeSlug(run.tx, facts.shortName, facts.officialName),
        partOfId,
        createdAt: run.now,
        people: { create: people },
        memberships: { create: { accountId: actor.id, role: "lead", startedAt: run.now } },
      },
    });
    const { id } = organisation;
    await run.tx.session.updateMany({
      where: { id: actor.sessionId, accountId: actor.id },
      data: { activeOrganisationId: id },
    });
    run.record({
      event: "organisation.registered",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { constituency: facts.constituency, country: facts.country ?? null, partOfId },
      tell: ["reviewers", "secretariat"],
    });
    return { id };
  });
}

/** The parent that the answer names, or null; asks for an answer where one is owed. */
async function answerSimilar(
  run: Run,
  facts: Pick<RegistrationInput, "officialName" | "shortName" | "website">,
  email: string,
  answer: string | undefined,
): Promise<string | null> {
  const similar = await similarOrganisations({ ...facts, email }, run.tx);
  if (similar.length === 0 || answer === "different") return null;
  const parent = similar.find((one) => one.name !== null && answer === `part_of:${one.id}`);
  if (!parent) throw new Invalid({ similarAnswer: [msg("error.choose")] });
  return parent.id;
}

/**
 * Records an organisation known from public announcements: not registered, not cleared, nobody acts for it. It permits compiled pledges
 * only (R16). Answers the new id.
 */
export async function recordOrganisation(
  actor: Actor,
  values: RecordInput,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  return command({ actor, name: "organisation.record", receipt }, async (run) => {
    const { names = {}, ...facts } = values;
    const { id } = await run.tx.organisation.create({
      data: {
        ...facts,
        names,
        state: "recorded",
        compiled: true,
        slug: await freeSlug(run.tx, facts.shortName, names.en, facts.officialName),
        createdAt: run.now,
      },
    });
    run.record({
      event: "organisation.recorded",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { externalId: values.externalId ?? null },
    });
    return { id };
  });
}

/** The first free slug that one of the names gives; names in other scripts get a short random one. Slugs are never used again. */
async function freeSlug(tx: Tx, ...names: (string | undefined)[]): Promise<string> {
  const base =
    names.map((name) => slugOf(name ?? "")).find((slug) => slug.length > 1) ?? `o-${randomBytes(4).toString("hex")}`;
  // Two registrations of one name at once take turns here instead of failing on the unique index.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${base}`}, 0))`;
  const taken = new Set(
    (await tx.organisation.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(
      (row) => row.slug,
    ),
  );
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
  return slug;
}
