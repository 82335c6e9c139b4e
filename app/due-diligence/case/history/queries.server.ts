import { db } from "~/platform/db/client.server";
import type { AuditEvent } from "~/platform/db/generated/client";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { caseEvents, caseOpeningEvents } from "../../events";
import type { CaseView, When } from "../model";

const about = new Set<string>([...Object.values(caseEvents), ...caseOpeningEvents, "pledge.published"]);

/** What happened to a case and to what it is about, newest first, from the audit trail: codes and names, no texts. */
export async function getHistory(row: {
  id: string;
  kind: "organisation" | "pledge";
  organisationId: string;
  pledgeId: string | null;
  revisionId: string | null;
}): Promise<AuditEvent[]> {
  const entries = await db().auditEvent.findMany({
    where: {
      event: { in: [...about] },
      OR: [
        { subjectType: "case", subjectId: row.id },
        { subjectType: row.kind, subjectId: row.kind === "pledge" ? row.pledgeId : row.organisationId },
      ],
    },
    orderBy: { seq: "desc" },
    take: 200,
  });
  // A pledge has several revisions, each with a case of its own.
  return entries.filter(
    ({ subjectType, data }) =>
      subjectType !== "pledge" || !row.revisionId || (data as { revisionId?: string }).revisionId === row.revisionId,
  );
}

type Known = { step?: string; verdict?: string; decision?: string; recommendation?: string };

/** The entries as sentences of one language. */
export function historyView(
  entries: AuditEvent[],
  nameOf: (account: string | null) => string | null,
  when: (at: Date) => When,
  lang: Language,
): CaseView["history"] {
  const t = getT(lang, "due-diligence");
  return entries.map((entry) => {
    const { step, verdict, decision, recommendation } = entry.data as Known;
    const what = [
      step && t(`step.${step as "identity"}.name`),
      verdict && t(`verdict.${verdict as "met"}`),
      decision && t(`decision.${decision as "cleared"}`),
      recommendation && t(`recommendation.${recommendation as "clear"}`),
    ].filter(Boolean);
    const text = t(`event.${entry.event.slice(entry.event.indexOf(".") + 1) as "taken"}`);
    return {
      at: when(entry.at),
      text: what.length > 0 ? t("event_of", { event: text, what: what.join(" · ") }) : text,
      by: entry.demo ? t("by_demo", { name: nameOf(entry.actorId) ?? "" }) : nameOf(entry.actorId),
    };
  });
}
