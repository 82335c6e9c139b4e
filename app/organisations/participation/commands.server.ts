import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { can } from "~/access/policy";
import type { Tx } from "~/platform/db/client.server";
import { databaseCode } from "~/platform/db/failure";
import type { Organisation, Participation } from "~/platform/db/generated/client";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { isCode, participationGroups } from "~/reference/codes";
import { dayOf } from "../model";
import { lockForMember, lockOrganisation } from "../transitions.server";
import type { ApplicationInput, DecisionInput, EndInput } from "./schema";

/** SQLSTATE with which the database refuses a sixth Leader (R8). */
const sixthLeader = "P2C05";
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Applies to one focus area: as Member by an expression of interest, or as Leader candidate by a statement (R7). */
export async function applyForParticipation(
  actor: Actor,
  organisationId: string,
  values: ApplicationInput,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  return command({ actor, name: "participation.apply", receipt }, async (run) => {
    const organisation = await lockForMember(run, organisationId, "participation.apply");
    if (["declined", "suspended", "removed", "closed"].includes(organisation.state))
      throw new Conflict("organisations:error.cannot_apply");
    const { kind, focusArea, represents, statement } = values;
    const open = await run.tx.participation.count({
      where: { organisationId, kind, focusArea, state: { in: ["applied", "admitted"] } },
    });
    if (open > 0) throw new Conflict("organisations:error.applied_already");
    const { id } = await run.tx.participation.create({
      data: {
        organisationId,
        kind,
        focusArea,
        represents,
        statement,
        appliedAt: run.now,
        appliedBy: actor.kind === "person" ? actor.id : null,
      },
    });
    run.record({
      event: "participation.applied",
      subjectType: "participation",
      subjectId: id,
      organisationId,
      data: { kind, focusArea, represents },
      tell: ["secretariat"],
    });
    return { id };
  });
}

/**
 * Admits a Member, nominates a Leader with the consultation recorded, or declines with a reason. Admission needs a cleared organisation
 * (R7). A term that would make a sixth Leader on any day is refused by the database and comes back as `Invalid` on `startsOn` (R8).
 */
export async function decideParticipation(
  actor: Actor,
  id: string,
  values: DecisionInput,
  receipt?: Receipt | null,
): Promise<void> {
  try {
    await command({ actor, name: "participation.decide", receipt }, (run) => decide(run, id, values));
  } catch (error) {
    if (databaseCode(error) === sixthLeader) throw new Invalid({ startsOn: [msg("organisations:error.five_leaders")] });
    throw error;
  }
}

async function decide(run: Run, id: string, values: DecisionInput): Promise<void> {
  const { participation, organisation } = await lockParticipation(run.tx, id);
  const { organisationId, kind, focusArea } = participation;
  run.check("participation.decide", { organisationId, state: participation.state });
  if (participation.state !== "applied") throw new Conflict("organisations:error.decided_already");
  const admitted = values.decision === "admit";
  if (admitted) checkAdmission(participation, organisation, values);
  const starts = values.startsOn ? day(values.startsOn) : dayOf(run.now);
  if (admitted && values.endsOn && day(values.endsOn) <= starts)
    throw new Invalid({ endsOn: [msg("error.end_before_start")] });
  const { count } = await run.tx.participation.updateMany({
    where: { id, state: "applied", version: values.version },
    data: {
      state: admitted ? "admitted" : "declined",
      represents: values.represents,
      reason: values.reason ?? null,
      ...(admitted && {
        consultation: values.consultation ?? null,
        startsOn: starts,
        endsOn: values.endsOn ? day(values.endsOn) : null,
      }),
      decidedAt: run.now,
      decidedBy: run.actor.kind === "person" ? run.actor.id : null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw new Conflict();
  run.record({
    event: admitted
      ? kind === "leader"
        ? "participation.nominated"
        : "participation.admitted"
      : "participation.declined",
    subjectType: "participation",
    subjectId: id,
    organisationId,
    data: { kind, focusArea, represents: values.represents, startsOn: values.startsOn, endsOn: values.endsOn },
    tell: ["organisation_leads"],
    public: admitted,
  });
}

/** What must hold before an admission takes effect (R7). */
function checkAdmission(participation: Participation, organisation: Organisation, values: DecisionInput): void {
  if (organisation.state !== "cleared") throw new Conflict("organisations:error.not_cleared");
  const missing: Record<string, string[]> = {};
  if (participation.kind === "leader" && !values.consultation) missing.consultation = [msg("error.required")];
  if (participation.kind === "leader" && !values.startsOn) missing.startsOn = [msg("error.required")];
  // Philanthropy, academia and financial institutions come under one of the five groups for a stated reason.
  const ownGroup = isCode(participationGroups, organisation.constituency) ? organisation.constituency : null;
  if (values.represents !== ownGroup && !values.reason) missing.reason = [msg("organisations:error.group_reason")];
  if (Object.keys(missing).length > 0) throw new Invalid(missing);
}

/**
 * Ends a participation or takes back an application: by the organisation's lead or the secretariat. A later day may be given; until then
 * the participation stands. The seat is free from that day on (R7, R8).
 */
export async function endParticipation(
  actor: Actor,
  id: string,
  values: EndInput,
  receipt?: Receipt | null,
): Promise<void> {
  const permission = can(actor, "participation.decide") ? "participation.decide" : "participation.end_own";
  await command({ actor, name: permission, receipt }, async (run) => {
    const { participation } = await lockParticipation(run.tx, id);
    const { organisationId, state, startsOn } = participation;
    if (permission === "participation.end_own") await lockForMember(run, organisationId, permission);
    else run.check(permission, { organisationId, state });
    if (state !== "applied" && state !== "admitted") throw new Conflict("organisations:error.ended_already");
    const today = dayOf(run.now);
    const end = values.endsOn ? day(values.endsOn) : today;
    if (end < today)
      throw new Invalid({ endsOn: [msg("error.date_too_early", { date: today.toISOString().slice(0, 10) })] });
    const term = termThatEnds(startsOn, end, today);
    const { count } = await run.tx.participation.updateMany({
      where: { id, version: participation.version },
      data: {
        state: term.endsOn && term.endsOn > today && state === "admitted" ? "admitted" : "ended",
        ...term,
        ...(values.reason ? { reason: values.reason } : {}),
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw new Conflict();
    run.record({
      event: "participation.ended",
      subjectType: "participation",
      subjectId: id,
      organisationId,
      data: { kind: participation.kind, focusArea: participation.focusArea, endsOn: end.toISOString().slice(0, 10) },
      tell: ["organisation_leads", "secretariat"],
      public: state === "admitted",
    });
  });
}

/** A term that will not have begun by then holds no seat; one that began today keeps today. */
function termThatEnds(startsOn: Date | null, end: Date, today: Date): { startsOn: Date | null; endsOn: Date | null } {
  if (!startsOn || (startsOn > today && startsOn >= end)) return { startsOn: null, endsOn: null };
  return { startsOn, endsOn: end > startsOn ? end : new Date(startsOn.getTime() + 86_400_000) };
}

/** Organisation first, then participation: everyone locks in this order, so nobody waits in a circle. */
async function lockParticipation(tx: Tx, id: string) {
  const { organisationId } = found(
    await tx.participation.findUnique({ where: { id }, select: { organisationId: true } }),
  );
  const organisation = await lockOrganisation(tx, organisationId);
  await tx.$queryRaw`SELECT 1 FROM participations WHERE id = ${id}::uuid FOR UPDATE`;
  return { organisation, participation: found(await tx.participation.findUnique({ where: { id } })) };
}
