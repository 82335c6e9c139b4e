import type { Person } from "~/access/actor";
import type { Receipt, Run } from "~/access/command.server";
import { Conflict, found, NotFound } from "~/platform/errors";
import { stepValues } from "../formats/step-values";
import { isEditable } from "../lifecycle";
import { publicParts } from "../publication/model";
import { lockRevision } from "../transitions.server";
import { ownRevision, pledgeCommand } from "../writing/commands.server";
import { contentToCopy } from "./copying/transitions.server";
import { mergeStep, readShown, type Seen } from "./merging/model";
import type { DraftStep, StepValues } from "./schema";
import { writeStep } from "./transitions.server";

/**
 * Begins a pledge for an organisation of the actor, empty or with what an earlier pledge of it says; answers the pledge's id. Drafting
 * needs no clearance (charter §2).
 */
export async function createDraft(
  actor: Person,
  input: {
    organisationId: string;
    language: string;
    type?: StepValues["what"]["type"];
    title?: string;
    /** The id of the pledge to begin with a copy of. */
    copyOf?: string;
  },
  receipt: Receipt | null = null,
): Promise<{ pledgeId: string }> {
  return pledgeCommand({ actor, name: "pledge.draft", receipt }, async (run) => {
    const organisation = found(await run.tx.organisation.findUnique({ where: { id: input.organisationId } }));
    if (!actor.memberships.some((one) => one.organisationId === organisation.id)) throw new NotFound();
    run.check("pledge.draft", { organisationId: organisation.id });
    if (["closed", "removed"].includes(organisation.state)) throw new Conflict("pledges:conflict.organisation_closed");
    const copy = input.copyOf ? await contentToCopy(run.tx, organisation.id, input.copyOf) : null;
    const pledge = await run.tx.pledge.create({
      data: {
        organisationId: organisation.id,
        createdAt: run.now,
        createdBy: actor.id,
        revisions: {
          create: {
            ...copy,
            number: 1,
            language: copy?.language ?? input.language,
            type: input.type ?? copy?.type ?? null,
            title: input.title || copy?.title || "",
            createdAt: run.now,
            updatedAt: run.now,
            updatedBy: actor.id,
          },
        },
      },
    });
    run.record({
      event: "pledge.started",
      subjectType: "pledge",
      subjectId: pledge.id,
      organisationId: organisation.id,
    });
    return { pledgeId: pledge.id };
  });
}

/**
 * Keeps one step of a draft, complete or not. `version` is the one the person was looking at. If somebody saved meanwhile, what each
 * changed alone goes in, by what the person had `seen`; a field that both changed, or nothing seen, is a `Conflict` and nothing is
 * written. Writes no audit entry: that comes with the hand-over (E12). Answers the new version and the fields taken from the other.
 */
export async function saveStep<Step extends DraftStep>(
  actor: Person,
  pledgeId: string,
  step: Step,
  values: StepValues[Step],
  receipt: Receipt | null = null,
  seen: Seen | null = null,
): Promise<{ version: number; fromTheirs: string[] }> {
  return pledgeCommand({ actor, name: "pledge.draft", receipt }, async (run) => {
    const { id, organisationId } = await ownRevision(run.tx, actor, pledgeId);
    run.check("pledge.draft", { organisationId });
    const revision = await lockRevision(run.tx, id);
    if (!isEditable(revision.state)) throw new Conflict(`pledges:conflict.${revision.state}`);
    const current = revision.version === values.version && !seen?.take.length;
    const merged = current ? { values, fromTheirs: [] } : await merge(run, id, step, values, seen);
    await writeStep(run, revision, step, merged.values);
    const { count } = await run.tx.revision.updateMany({
      where: { id, version: revision.version, state: revision.state },
      data: { version: { increment: 1 }, updatedAt: run.now, updatedBy: actor.id },
    });
    if (count !== 1) throw new Conflict("pledges:conflict.changed");
    return { version: revision.version + 1, fromTheirs: merged.fromTheirs };
  });
}

async function merge<Step extends DraftStep>(
  run: Run,
  revisionId: string,
  step: Step,
  mine: StepValues[Step],
  seen: Seen | null,
): Promise<{ values: StepValues[Step]; fromTheirs: string[] }> {
  const saved = await run.tx.revision.findUniqueOrThrow({ where: { id: revisionId }, include: publicParts });
  const theirs = readShown(step, stepValues(saved, "en")[step]);
  const base = seen && readShown(step, seen.base);
  if (!theirs || !base) throw new Conflict("pledges:conflict.changed");
  const { values, fromTheirs, conflicts } = mergeStep({ base, theirs, mine }, seen.take);
  if (conflicts.length > 0) throw new Conflict("pledges:conflict.changed");
  return { values, fromTheirs };
}

/** Throws a draft away. One that was never submitted goes with its pledge; a revision of a published pledge goes alone. */
export async function deleteDraft(actor: Person, pledgeId: string, receipt: Receipt | null = null): Promise<void> {
  await pledgeCommand({ actor, name: "pledge.delete_draft", receipt }, async (run) => {
    const { id, organisationId } = await ownRevision(run.tx, actor, pledgeId);
    run.check("pledge.delete_draft", { organisationId });
    await removeDraft(run, id);
  });
}

async function removeDraft(run: Run, revisionId: string): Promise<void> {
  const revision = await lockRevision(run.tx, revisionId);
  if (revision.state !== "draft" && revision.state !== "ready")
    throw new Conflict(`pledges:conflict.${revision.state}`);
  await run.tx.revision.delete({ where: { id: revisionId } });
  const others = await run.tx.revision.count({ where: { pledgeId: revision.pledgeId } });
  // The database refuses this for a pledge that has a reference (R6).
  if (others === 0) await run.tx.pledge.delete({ where: { id: revision.pledgeId } });
  run.record({
    event: "pledge.draft_deleted",
    subjectType: "pledge",
    subjectId: revision.pledgeId,
    organisationId: revision.pledge.organisationId,
    data: { revisionId, revision: revision.number },
  });
}

/**
 * Opens a revision of a public pledge as a copy of what is published; indicators and milestones keep their identity (R21). The published
 * revision stays until the new one is cleared. A second open revision is a `Conflict`: the database refuses it.
 */
export async function startRevision(actor: Person, pledgeId: string, receipt: Receipt | null = null): Promise<void> {
  await pledgeCommand({ actor, name: "pledge.draft", receipt }, async (run) => {
    const { organisationId } = await ownRevision(run.tx, actor, pledgeId);
    run.check("pledge.draft", { organisationId });
    const parts = {
      countries: true,
      indicators: true,
      milestones: true,
      coPledgers: true,
      translations: true,
    } as const;
    const published = await run.tx.revision.findFirst({ where: { pledgeId, state: "published" }, include: parts });
    if (!published) throw new Conflict("pledges:conflict.not_published");
    const newest = await run.tx.revision.aggregate({ where: { pledgeId }, _max: { number: true } });
    const { id: _id, countries, indicators, milestones, coPledgers, translations, ...content } = published;
    const copied = <Row extends { revisionId: string }>(rows: Row[]) =>
      rows.map(({ revisionId: _revision, ...row }) => row);
    const renewed = <Row extends { id: string; revisionId: string }>(rows: Row[]) =>
      copied(rows).map(({ id: _row, ...row }) => row);
    const revision = await run.tx.revision.create({
      data: {
        ...content,
        number: (newest._max.number ?? 0) + 1,
        state: "draft",
        version: 0,
        reason: null,
        consentAt: null,
        consentVersion: null,
        readyBy: null,
        signedOffBy: null,
        submittedAt: null,
        clearedAt: null,
        publishedAt: null,
        createdAt: run.now,
        updatedAt: run.now,
        updatedBy: actor.id,
        countries: { create: copied(countries) },
        indicators: { create: renewed(indicators) },
        milestones: { create: renewed(milestones) },
        // Who declined, withdrew or never answered is not asked again by a copy (R20).
        coPledgers: { create: renewed(coPledgers.filter(({ state }) => state === "confirmed" || state === "invited")) },
        translations: { create: copied(translations) },
      },
    });
    run.record({
      event: "pledge.revision_started",
      subjectType: "pledge",
      subjectId: pledgeId,
      organisationId,
      data: { revisionId: revision.id, revision: revision.number },
    });
  });
}
