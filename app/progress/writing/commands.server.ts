import type { Person } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import { databaseCode } from "~/platform/db/failure";
import { Conflict, found, Invalid, NotFound } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { writableStates } from "../lifecycle";
import {
  type LockedReport,
  lockReport,
  lockRequest,
  moveReport,
  publicRevision,
  reportersOf,
} from "../transitions.server";
import { missingIn } from "./model";
import type { OwnActInput, ReportInput } from "./schema";
import { figuresOf, lastAccepted, writeReport } from "./transitions.server";

/** Begins the report of the actor's active organisation on a request, with the figures of its last one. Answers the report's id. */
export async function beginReport(
  actor: Person,
  { requestId }: { requestId: string },
  receipt: Receipt | null = null,
): Promise<{ id: string }> {
  return once(() =>
    command({ actor, name: "report.draft", receipt }, async (run) => {
      const request = await lockRequest(run.tx, requestId);
      const revision = found(await publicRevision(run.tx, request.pledgeId));
      const organisationId = reportersOf(revision).find((id) => id === actor.activeOrganisationId);
      if (!organisationId) throw new NotFound();
      run.check("report.draft", { organisationId });
      requireAsked(request.state, organisationId === request.pledge.organisationId);
      const last = await lastAccepted(run.tx, request.pledgeId, organisationId);
      return create(run, last, {
        requestId,
        pledgeId: request.pledgeId,
        organisationId,
        periodFrom: request.periodFrom,
        periodTo: request.periodTo,
        language: actor.language,
      });
    }),
  );
}

/** A request that was answered by the lead pledger still takes the parts of partners. */
function requireAsked(state: string, leads: boolean): void {
  if (state === "open" || state === "paused" || (state === "answered" && !leads)) return;
  throw new Conflict("progress:error.request_ended");
}

interface NewReport {
  requestId: string | null;
  pledgeId: string;
  organisationId: string;
  periodFrom: Date;
  periodTo: Date;
  language: string;
  correctsId?: string;
  correctionReason?: string;
  narrative?: string;
  links?: string[];
}

type Earlier = Awaited<ReturnType<typeof lastAccepted>>;

async function create(run: Run, earlier: Earlier, data: NewReport): Promise<{ id: string }> {
  const { id } = await run.tx.report.create({
    data: {
      ...data,
      status: earlier?.status ?? null,
      statusReason: earlier?.statusReason ?? null,
      disbursedMinor: earlier?.disbursedMinor ?? null,
      currency: earlier?.currency ?? null,
      people: earlier?.people ?? null,
      obstacles: earlier?.obstacles ?? "",
      nextSteps: earlier?.nextSteps ?? "",
      createdAt: run.now,
      createdBy: personId(run),
      updatedAt: run.now,
      updatedBy: personId(run),
      indicators: { create: (earlier?.indicators ?? []).map(({ key, value }) => ({ key, value })) },
      milestones: { create: (earlier?.milestones ?? []).map(({ key, done }) => ({ key, done })) },
    },
  });
  run.record({
    event: "report.started",
    subjectType: "report",
    subjectId: id,
    organisationId: data.organisationId,
    data: { pledgeId: data.pledgeId, requestId: data.requestId, correctsId: data.correctsId ?? null },
  });
  return { id };
}

const personId = (run: Run): string | null => (run.actor.kind === "person" ? run.actor.id : null);

/** Two at once, or a second one beside one under way: the database keeps one (R31). */
async function once<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = databaseCode(error);
    if (code === "P2002" || code === "23505") throw new Conflict("progress:error.under_way");
    throw error;
  }
}

/**
 * Keeps a report as typed, and, where the button asks for it, hands it to the leads or signs it off and sends it (lead only). Sending
 * checks it against the text of the pledge that is public now (R31); what is missing comes back as `Invalid`, and nothing was sent.
 */
export async function saveReport(
  actor: Person,
  id: string,
  values: ReportInput,
  receipt: Receipt | null = null,
): Promise<void> {
  await command({ actor, name: values.next === "send" ? "report.submit" : "report.draft", receipt }, async (run) => {
    const report = await lockOwn(run, id);
    if (!writableStates.includes(report.state)) throw new Conflict("progress:error.report_moved");
    if (report.version !== values.version) throw new Conflict("ui:error.conflict");
    await writeReport(run, report, values);
    if (values.next === "save") return;
    await requireComplete(run, id);
    const version = values.version + 1;
    if (values.next === "ready")
      await moveReport(run, report, "ask_sign_off", { version, data: { readyBy: personId(run) } });
    else await submit(run, report, version);
  });
}

async function submit(run: Run, report: LockedReport, version: number): Promise<void> {
  if (report.request && !report.correctsId)
    requireAsked(report.request.state, report.organisationId === report.pledge.organisationId);
  if (!["published", "completed", "discontinued"].includes(report.pledge.state))
    throw new Conflict("progress:error.pledge_ended");
  const revision = found(await publicRevision(run.tx, report.pledgeId));
  await moveReport(run, report, "submit", {
    version,
    data: { submittedAt: run.now, signedOffBy: personId(run), revisionId: revision.id },
  });
}

/** A report of the actor's own organisation, locked; `NotFound` for anyone else, so that nobody learns what others have (E5). */
async function lockOwn(run: Run, id: string): Promise<LockedReport> {
  const report = await lockReport(run.tx, id);
  const { organisationId } = report;
  const stands =
    run.actor.kind === "person" &&
    run.actor.memberships.some((one) => one.organisationId === organisationId) &&
    (await run.tx.membership.count({ where: { organisationId, accountId: run.actor.id, endedAt: null } })) > 0;
  if (!stands) throw new NotFound();
  run.check("report.draft", { organisationId });
  return report;
}

async function requireComplete(run: Run, id: string): Promise<void> {
  const report = await lockReport(run.tx, id);
  const revision = found(await publicRevision(run.tx, report.pledgeId));
  const last = await lastAccepted(run.tx, report.pledgeId, report.organisationId, report.correctsId ?? undefined);
  const figures = figuresOf(report, revision, report.organisationId, last);
  const missing = missingIn({ ...report, figures });
  if (Object.keys(missing).length > 0) throw new Invalid(missing);
}

/**
 * What else an organisation does with a report: back to draft, send after sign-off was asked, answer a question, take it back, or begin the
 * correction of an accepted one with its reason. Answers the id of the report to go on with.
 */
export async function actOnReport(
  actor: Person,
  id: string,
  { act, reason, version }: OwnActInput,
  receipt: Receipt | null = null,
): Promise<{ id: string }> {
  const permission = {
    submit: "report.submit",
    back_to_draft: "report.draft",
    resubmit: "report.submit",
    withdraw: "report.withdraw",
    correct: "report.draft",
  } as const;
  return once(() =>
    command({ actor, name: permission[act], receipt }, async (run) => {
      const report = await lockOwn(run, id);
      if (act === "correct") return correct(run, report, reason);
      if (act === "submit" || act === "resubmit") await requireComplete(run, id);
      if (act === "submit") {
        if (report.state !== "ready") throw new Conflict("progress:error.report_moved");
        await submit(run, report, version);
        return { id };
      }
      if (act === "resubmit" && reason) await addAnswer(run, id, reason);
      await moveReport(run, report, act, { version, reason });
      return { id };
    }),
  );
}

const addAnswer = (run: Run, reportId: string, body: string) =>
  run.tx.reportMessage.create({ data: { reportId, body, fromStaff: false, authorId: personId(run), at: run.now } });

async function correct(run: Run, report: LockedReport, reason: string | undefined): Promise<{ id: string }> {
  if (report.state !== "accepted") throw new Conflict("progress:error.report_moved");
  if (!reason) throw new Invalid({ reason: [msg("error.required")] });
  return create(run, report, {
    requestId: report.requestId,
    pledgeId: report.pledgeId,
    organisationId: report.organisationId,
    periodFrom: report.periodFrom,
    periodTo: report.periodTo,
    language: report.language,
    correctsId: report.id,
    correctionReason: reason,
    narrative: report.narrative,
    links: report.links,
  });
}
