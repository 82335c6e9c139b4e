import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { Invalid, Refused } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { freeSlug, keepNames } from "../names/transitions.server";
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
        slug: await freeSlug(run.tx, facts.shortName, facts.names?.en, facts.officialName),
        partOfId,
        createdAt: run.now,
        people: { create: people },
        memberships: { create: { accountId: actor.id, role: "lead", startedAt: run.now } },
      },
    });
    const { id } = organisation;
    await keepNames(run.tx, organisation);
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
  facts: Pick<RegistrationInput, "officialName" | "shortName" | "names" | "website">,
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
    const organisation = await run.tx.organisation.create({
      data: {
        ...facts,
        names,
        state: "recorded",
        compiled: true,
        slug: await freeSlug(run.tx, facts.shortName, names.en, facts.officialName),
        createdAt: run.now,
      },
    });
    const { id } = organisation;
    await keepNames(run.tx, organisation);
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
