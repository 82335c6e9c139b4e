import type { Actor } from "~/access/actor";
import { can } from "~/access/policy";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { formatInstant } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { QuestionField, Questions, QuestionsOf } from "./model";

/**
 * What staff asked or told the organisation about one revision, or about itself, and what it answered, oldest first. Only its own people
 * may read it: `NotFound` to others. Notes, findings and internal reasons are in other tables, which this query does not read (R18).
 */
export async function getQuestions(actor: Actor, about: QuestionsOf, lang: Language): Promise<Questions> {
  const cases = await db().case.findMany({
    where: "revisionId" in about ? about : { ...about, kind: "organisation" },
    orderBy: { openedAt: "asc" },
    select: {
      organisationId: true,
      closedAt: true,
      messages: {
        orderBy: { at: "asc" },
        select: { id: true, field: true, body: true, fromStaff: true, at: true, round: true },
      },
    },
  });
  if (cases.some(({ organisationId }) => !can(actor, "pledge.answer", { organisationId }))) throw new NotFound();
  const t = getT(lang, "due-diligence");
  const timeZone = actor.kind === "person" ? actor.timeZone : "UTC";
  return {
    open: cases.some(({ closedAt }) => closedAt === null),
    messages: cases
      .flatMap(({ messages }) => messages)
      .map(({ at, field, ...message }) => ({
        ...message,
        field: field as QuestionField | null,
        fieldLabel: field && t(`field.${field as QuestionField}`),
        at: { iso: at.toISOString(), text: formatInstant(at, lang, timeZone) },
      })),
  };
}

/** The organisation's revisions about which staff asked something that it has not answered yet. `NotFound` to others. */
export async function revisionsAsked(actor: Actor, organisationId: string): Promise<Set<string>> {
  if (!can(actor, "pledge.answer", { organisationId })) throw new NotFound();
  const cases = await db().case.findMany({
    where: { organisationId, kind: "pledge", closedAt: null, waitingSince: { not: null } },
    select: { revisionId: true, messages: { orderBy: { at: "desc" }, take: 1, select: { fromStaff: true } } },
  });
  return new Set(cases.flatMap((one) => (one.messages[0]?.fromStaff && one.revisionId) || []));
}
