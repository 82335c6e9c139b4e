import { randomUUID } from "node:crypto";
import type { Person } from "~/access/actor";
import { recordRefusal } from "~/access/command.server";
import { can } from "~/access/policy";
import { today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found, Refused } from "~/platform/errors";
import { formatDay, formatInstant, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { pledgeBodyView } from "~/pledges/formats/pledge-body";
import { checkMeasurability } from "~/pledges/measurability/model";
import { publicParts, publicPledge, type RevisionWithParts } from "~/pledges/publication/model";
import { listHolidays } from "~/reference/holidays.server";
import { checklistOf, unfinishedSteps, unmetSteps } from "../model";
import { type QuestionField, questionFields } from "../questions/model";
import { dueOf, getQueue } from "../queue/queries.server";
import { screeningOf } from "../screening/hits/queries.server";
import { subjectOf } from "../transitions.server";
import { allowedActs, blockedBecause, type CaseAct, caseActs } from "./acts/model";
import { likelyDuplicates } from "./duplicates/queries.server";
import { getHistory, historyView } from "./history/queries.server";
import type { CaseView, When } from "./model";
import type { CasePart } from "./parts/model";
import { getRecord } from "./record/queries.server";

const withEverything = {
  findings: { orderBy: { at: "desc" } },
  messages: { orderBy: { at: "asc" } },
  notes: { orderBy: { at: "asc" } },
  conflicts: true,
  controversies: { orderBy: { at: "asc" } },
  decisions: { orderBy: { decidedAt: "asc" } },
} as const satisfies Prisma.CaseInclude;
type CaseRow = Prisma.CaseGetPayload<{ include: typeof withEverything }>;

/** Entries of the queue beside the case. */
const besideSize = 12;

/**
 * One case on one screen, formatted for one language, with exactly the acts that policy and state allow this person now. Whoever is in
 * conflict of interest may not even read it (R11): `Refused`, recorded. `NotFound` if there is none.
 */
export async function getCase(
  actor: Person,
  id: string,
  lang: Language,
  { part, done }: { part: CasePart; done?: CaseAct },
): Promise<CaseView> {
  const row = found(await db().case.findUnique({ where: { id }, include: withEverything }));
  const subject = await subjectOf(db(), row);
  if (!can(actor, "case.read", subject)) {
    const refused = new Refused("case.read", subject);
    await recordRefusal(actor, refused);
    throw refused;
  }
  const [revision, organisation, events, queue, holidays] = await Promise.all([
    row.revisionId ? db().revision.findUnique({ where: { id: row.revisionId }, include: publicParts }) : null,
    db().organisation.findUnique({ where: { id: row.organisationId }, include: { people: true, documents: true } }),
    getHistory(row),
    getQueue(actor, { page: 1 }, lang, besideSize),
    listHolidays(db()),
  ]);
  const { officialName, state: organisationState, clearedUntil } = found(organisation);
  const t = getT(lang, "due-diligence");
  const state = revision?.state ?? organisationState;
  const standing = { ...row, state };
  const acts = allowedActs(actor, standing, subject);
  const blocked = blockedBecause(actor, standing, subject);
  const nameOf = await namesFor(row, events, t("former_user"));
  const when = (at: Date): When => ({ iso: at.toISOString(), text: formatInstant(at, lang, actor.timeZone) });
  const stepName = (key: string) => t(`step.${key as "identity"}.name`);

  return {
    id: row.id,
    part,
    version: row.version,
    kind: row.kind,
    title: revision
      ? { text: revision.title || t("untitled"), lang: revision.language === lang ? undefined : revision.language }
      : { text: officialName },
    reference: revision?.pledge.reference ?? null,
    round: row.round,
    track: { code: row.track, label: t(`track.${row.track}`) },
    checklistVersion: row.checklistVersion,
    due: row.closedAt ? null : dueOf(row, holidays, lang),
    state: { code: state, label: t(`state.${state}`) },
    assignee: nameOf(row.assigneeId),
    mine: row.assigneeId === actor.id,
    organisation: {
      name: officialName,
      state: t(`state.${organisationState}`),
      clearedUntil: clearedUntil && formatDay(clearedUntil, lang),
    },
    pledge: revision ? submissionView(revision, lang) : null,
    measurability: revision ? measurabilityView(revision, lang) : [],
    record: await getRecord(found(organisation), row.id, lang),
    ...examination(row, nameOf, when, lang),
    ...conversation(row, nameOf, when, lang),
    history: historyView(events, nameOf, when, lang),
    duplicates: revision ? await likelyDuplicates(revision, lang) : [],
    screening: await screeningOf(row.organisationId, lang),
    acts,
    blocked: blocked && t(`blocked.${blocked}`, { name: nameOf(row.assigneeId) ?? "" }),
    missing: unfinishedSteps(row, row.findings).map(stepName),
    unmet: unmetSteps(row, row.findings).map(stepName),
    unanswered: row.controversies.filter((one) => !one.answeredAt).length,
    assignees: acts.assignment ? queue.staff : [],
    fields: questionFields[row.kind].map((value) => ({ value, label: t(`field.${value}`) })),
    receipts: Object.fromEntries(caseActs.map((act) => [act, randomUUID()])) as Record<CaseAct, string>,
    queue: { views: queue.views, entries: queue.entries },
    done: done ? t(`done.${done}`) : null,
  };
}

/** The pledge as it will be published; its organisation is not linked, since it may have no public page yet. */
function submissionView(revision: RevisionWithParts, lang: Language) {
  const body = pledgeBodyView(publicPledge(revision), lang, today());
  return { ...body, organisation: { ...body.organisation, href: undefined } };
}

function measurabilityView(revision: RevisionWithParts, lang: Language): CaseView["measurability"] {
  const t = getT(lang, "pledges");
  return checkMeasurability(publicPledge(revision), today()).map(({ criterion, met, reason }) => ({
    name: t(`criterion.${criterion}`),
    met,
    reason: t(`measurability.${reason as "specific.met"}`),
  }));
}

type NameOf = (account: string | null) => string | null;
type Format = (at: Date) => When;

function examination(row: CaseRow, nameOf: NameOf, when: Format, lang: Language) {
  const t = getT(lang, "due-diligence");
  const { recommendation, riskRating } = row;
  return {
    checklist: checklistOf(row).map(({ key, number }) => ({
      key,
      number,
      name: t(`step.${key as "identity"}.name`),
      hint: t(`step.${key as "identity"}.hint`),
      findings: row.findings
        .filter((finding) => finding.step === key)
        .map(({ verdict, text, evidence, round, authorId, at }) => ({
          verdict,
          text,
          evidence,
          round,
          by: nameOf(authorId) ?? "",
          at: when(at),
        })),
      receipt: randomUUID(),
    })),
    recommendation:
      recommendation && riskRating
        ? {
            code: recommendation,
            what: t(`recommendation.${recommendation}`),
            risk: t(`risk.${riskRating}`),
            reason: row.recommendationReason ?? "",
            conditions: row.conditions,
            by: nameOf(row.recommendedBy) ?? "",
            at: row.recommendedAt && when(row.recommendedAt),
          }
        : null,
    decisions: row.decisions.map(({ decision, reason, internalReason, decidedBy, decidedAt, round }) => ({
      what: t(`decision.${decision}`),
      reason,
      internalReason,
      by: nameOf(decidedBy) ?? "",
      at: when(decidedAt),
      round,
    })),
    controversies: row.controversies.map((one) => ({
      id: one.id,
      source: one.source,
      date: one.date && formatPartialDate(one.date, lang),
      summary: one.summary,
      answer: one.answeredAt && { response: one.response ?? "", assessment: one.assessment ?? "" },
      by: nameOf(one.authorId) ?? "",
      at: when(one.at),
      receipt: randomUUID(),
    })),
  };
}

function conversation(row: CaseRow, nameOf: NameOf, when: Format, lang: Language) {
  const t = getT(lang, "due-diligence");
  return {
    messages: row.messages.map(({ id, body, field, fromStaff, authorId, at }) => ({
      id,
      body,
      field: field && t(`field.${field as QuestionField}`),
      theirs: !fromStaff,
      by: nameOf(authorId) ?? "",
      at: when(at),
    })),
    notes: row.notes.map(({ id, body, authorId, at }) => ({ id, body, by: nameOf(authorId) ?? "", at: when(at) })),
  };
}

/** Names of everyone who appears in the case; who deleted their account is a former user (R33). */
async function namesFor(row: CaseRow, events: { actorId: string | null }[], formerUser: string): Promise<NameOf> {
  const ids = [
    row.assigneeId,
    row.recommendedBy,
    ...[...row.findings, ...row.messages, ...row.notes, ...row.controversies].map((one) => one.authorId),
    ...row.decisions.map((one) => one.decidedBy),
    ...events.map((one) => one.actorId),
  ];
  const accounts = await db().account.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (account) => (account ? names.get(account) || formerUser : null);
}
