import type { Person } from "~/access/actor";
import { command } from "~/access/command.server";
import type { Permission } from "~/access/policy";
import { now, setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { createDraft, saveStep, startRevision } from "~/pledges/drafting/commands.server";
import { type DraftStep, draftSteps, stepSchemas } from "~/pledges/drafting/schema";
import type { PledgeMove } from "~/pledges/lifecycle";
import { askSignOff, submitPledge, withdrawPledge } from "~/pledges/submission/commands.server";
import { movePledge } from "~/pledges/transitions.server";
import { settleValue } from "~/pledges/valuation/commands.server";
import { type InventedPledge, inventedPledges, type TargetState } from "./invented-pledges";
import { actAs } from "./people.server";
import { type PersonaId, personas } from "./personas";
import { type CaseStop, walkCase } from "./review.server";
import { stepsOf } from "./steps";

/** Where the case of the first revision ends on the way to each state. */
const stops: Record<TargetState, CaseStop | null> = {
  draft: null,
  ready: null,
  submitted: "new",
  withdrawn_before_publication: "new",
  in_review: "in_review",
  recommended: "recommended",
  changes_requested: "changes_requested",
  declined: "declined",
  cleared: "cleared",
  published: "cleared",
  superseded: "cleared",
  completed: "cleared",
  discontinued: "cleared",
  suspended: "cleared",
  withdrawn: "cleared",
  removed: "cleared",
};

/** Brings every invented pledge into its state through the commands that people use, on the day it says. Events by slug, ids by slug. */
export async function pledgeInvented(organisations: Map<string, string>, events: Map<string, string>): Promise<void> {
  for (const pledge of [...inventedPledges].sort((a, b) => a.pledged_on.localeCompare(b.pledged_on))) {
    // Never back: the trail's order is the order of time.
    const day = new Date(`${pledge.pledged_on}T09:00:00Z`);
    if (day > now()) setClock(day);
    await pledgeOne(pledge, organisations.get(pledge.organisation) ?? "", events);
  }
}

async function pledgeOne(pledge: InventedPledge, organisationId: string, events: Map<string, string>): Promise<void> {
  const author = await actAs(pledge.author);
  const { pledgeId } = await createDraft(author, { organisationId, language: pledge.language });
  await fill(author, pledgeId, stepsOf(pledge, events));
  if (pledge.target_state === "ready") await askSignOff(author, pledgeId, { version: await versionOf(pledgeId) });
  const stop = stops[pledge.target_state];
  if (!stop || !pledge.signed_off_by) return;
  const lead = await actAs(pledge.signed_off_by);
  await submit(lead, pledgeId);
  if (pledge.target_state === "withdrawn_before_publication")
    return withdrawPledge(lead, pledgeId, { version: await versionOf(pledgeId), reason: pledge.reason ?? "" });
  await translate(pledge, pledgeId);
  await confirmParts(pledge, pledgeId, organisationId);
  if (stop === "cleared") await settle(pledgeId);
  await walkCase(
    { revisionId: await revisionOf(pledgeId) },
    { to: stop, question: pledge.question, reason: pledge.reason },
  );
  if (stop === "cleared") await afterwards(pledge, pledgeId, lead, events);
}

const newest = (pledgeId: string) =>
  db().revision.findFirstOrThrow({ where: { pledgeId }, orderBy: { number: "desc" } });
const revisionOf = async (pledgeId: string) => (await newest(pledgeId)).id;
const versionOf = async (pledgeId: string) => (await newest(pledgeId)).version;

async function fill(
  author: Person,
  pledgeId: string,
  steps: Record<DraftStep, Record<string, unknown>>,
): Promise<void> {
  for (const step of draftSteps) {
    const version = await versionOf(pledgeId);
    await saveStep(author, pledgeId, step, stepSchemas[step].parse({ ...steps[step], version }) as never);
  }
}

const submit = async (lead: Person, pledgeId: string) =>
  submitPledge(lead, pledgeId, { version: await versionOf(pledgeId) });

/** No invented rate stands in the table: what awaits one is left as not converted, so that it can be cleared (R24). */
async function settle(pledgeId: string): Promise<void> {
  const { id, version, valueState } = await newest(pledgeId);
  if (valueState === "awaiting_rate")
    await settleValue(await actAs("secretariat"), id, { version, way: "not_converted" });
}

/** The texts in other languages, written by the organisation and accepted by the secretariat (R25). */
async function translate({ translations = {}, author }: InventedPledge, pledgeId: string): Promise<void> {
  const [writer, accepter, revisionId] = [await actAs(author), await actAs("secretariat"), await revisionOf(pledgeId)];
  const rows = Object.entries(translations).map(([language, text]) => ({ language, ...text }));
  if (rows.length === 0) return;
  await bySystem(async (run) => {
    await run.tx.translation.createMany({
      data: rows.map((row) => ({
        ...row,
        revisionId,
        authorId: writer.id,
        writtenAt: run.now,
        acceptedBy: accepter.id,
        acceptedAt: run.now,
      })),
    });
    run.record({
      event: "pledge.translated",
      subjectType: "pledge",
      subjectId: pledgeId,
      data: { languages: rows.map((row) => row.language) },
    });
  });
}

type Work = Parameters<typeof command>[1];
const bySystem = (work: Work) => command({ actor: { kind: "system", name: "starter" }, name: "starter.load" }, work);

/** Parts of partners in a joint pledge (R20): each has its own amount, and counts once its own lead confirmed it. */
async function confirmParts(
  { co_pledgers = [] }: InventedPledge,
  pledgeId: string,
  organisationId: string,
): Promise<void> {
  if (co_pledgers.length === 0) return;
  const revisionId = await revisionOf(pledgeId);
  await bySystem(async (run) => {
    for (const { organisation, amount, currency, state } of co_pledgers) {
      const lead = Object.values(personas).find(
        (one) => one.organisation === organisation && one.organisationRole === "lead",
      );
      const account =
        lead &&
        (await run.tx.account.findUnique({
          where: { email: lead.email },
          include: { memberships: { include: { organisation: true } } },
        }));
      const partner = account?.memberships[0]?.organisation;
      if (!account || !partner) continue;
      const amountMinor = BigInt(amount) * 100n;
      const confirmed =
        state === "confirmed"
          ? { confirmedBy: account.id, confirmedAt: run.now, usdMinor: currency === "USD" ? amountMinor : null }
          : {};
      await run.tx.coPledger.create({
        data: {
          revisionId,
          organisationId: partner.id,
          name: partner.officialName,
          amountMinor,
          currency,
          state,
          invitedAt: run.now,
          ...confirmed,
        },
      });
    }
    run.record({
      event: "pledge.parts_recorded",
      subjectType: "pledge",
      subjectId: pledgeId,
      organisationId,
      data: { parts: co_pledgers.length },
    });
  });
}

/** What became of the pledge once it was public. */
async function afterwards(
  pledge: InventedPledge,
  pledgeId: string,
  lead: Person,
  events: Map<string, string>,
): Promise<void> {
  const reason = pledge.reason ?? "Starter content.";
  const move = (who: PersonaId, permission: Permission, name: Exclude<PledgeMove, "publish">) =>
    moveAs(who, permission, pledgeId, name, reason);
  switch (pledge.target_state) {
    case "superseded":
      return revise(pledge, pledgeId, lead, events);
    case "completed":
      return move("secretariat", "pledge.complete", "complete");
    case "discontinued":
      return move("secretariat", "pledge.discontinue", "discontinue");
    case "suspended":
      return move("reviewer", "pledge.suspend", "suspend");
    case "withdrawn":
      return withdrawPledge(lead, pledgeId, { version: await versionOf(pledgeId), reason });
    case "removed":
      await move("reviewer", "pledge.suspend", "suspend");
      return move("approver", "pledge.remove", "remove");
    default:
  }
}

const moveAs = async (
  who: PersonaId,
  permission: Permission,
  pledgeId: string,
  name: Exclude<PledgeMove, "publish">,
  reason: string,
) =>
  command({ actor: await actAs(who), name: permission }, (run) =>
    movePledge(run, pledgeId, name, { reason, publicReason: reason }),
  );

/** A second revision takes the place of the first. */
async function revise(
  pledge: InventedPledge,
  pledgeId: string,
  lead: Person,
  events: Map<string, string>,
): Promise<void> {
  const { next_revision: next } = pledge;
  if (!next) return;
  await startRevision(lead, pledgeId);
  const { summary, amount, people } = next;
  const indicators = (pledge.indicators ?? []).map((indicator, index) =>
    index === 0 ? { ...indicator, target: next.indicator_target } : indicator,
  );
  const keys = await db().indicator.findMany({
    where: { revisionId: await revisionOf(pledgeId) },
    orderBy: { position: "asc" },
  });
  await fill(
    lead,
    pledgeId,
    stepsOf(
      { ...pledge, summary, amount, people, indicators },
      events,
      keys.map((row) => row.key),
    ),
  );
  await submit(lead, pledgeId);
  await walkCase({ revisionId: await revisionOf(pledgeId) }, { to: "cleared" });
}
