import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { formatDay, formatInstant, formatNumber, formatPartialDate } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { surpriseOf } from "./figures/model";
import type { FigureView, ReportView } from "./model";
import { type PublicRevision, publicRevision } from "./transitions.server";
import { figuresOf, lastAccepted, ownAmount } from "./writing/transitions.server";

/** Everything that belongs to a report. */
export const wholeReport = {
  indicators: true,
  milestones: true,
  request: true,
  messages: { orderBy: { at: "asc" } },
} as const satisfies Prisma.ReportInclude;

type WholeReport = Prisma.ReportGetPayload<{ include: typeof wholeReport }>;

/** A span of days in words. */
export const periodOf = (row: { periodFrom: Date; periodTo: Date }, lang: Language): string =>
  getT(lang, "progress")("period", { from: formatDay(row.periodFrom, lang), to: formatDay(row.periodTo, lang) });

/** A report beside the text of the pledge that is public now, in the reader's language. Who may see it is checked before. */
export async function viewOf(
  report: WholeReport,
  lang: Language,
  timeZone: string,
): Promise<{ view: ReportView; revision: PublicRevision | null }> {
  const revision = await publicRevision(db(), report.pledgeId);
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: report.organisationId } });
  const leads = revision?.pledge.organisationId === report.organisationId;
  return {
    revision,
    view: {
      id: report.id,
      version: report.version,
      state: report.state,
      title: revision?.title ?? "",
      titleLang: revision?.language ?? "en",
      reference: revision?.pledge.reference ?? null,
      organisation: organisation.shortName ?? organisation.officialName,
      period: periodOf(report, lang),
      language: report.language,
      status: report.status,
      statusReason: report.statusReason,
      correctionReason: report.correctionReason,
      correctsId: report.correctsId,
      figures: revision ? await figureViews(report, revision, lang) : [],
      milestones: (leads ? (revision?.milestones ?? []) : []).map(({ key, name, due }) => ({
        key,
        name,
        due: due && formatPartialDate(due, lang),
        done: report.milestones.find((one) => one.key === key)?.done ?? null,
      })),
      narrative: report.narrative,
      obstacles: report.obstacles,
      nextSteps: report.nextSteps,
      links: report.links,
      messages: report.messages.map(({ id, body, fromStaff, at }) => ({
        id,
        body,
        fromStaff,
        at: { iso: at.toISOString(), text: formatInstant(at, lang, timeZone) },
      })),
    },
  };
}

async function figureViews(report: WholeReport, revision: PublicRevision, lang: Language): Promise<FigureView[]> {
  const t = getT(lang, "progress");
  const except = report.correctsId ?? undefined;
  const earlier = await lastAccepted(db(), report.pledgeId, report.organisationId, except);
  // An accepted report is shown beside what came before it, not beside itself.
  const last =
    earlier?.id === report.id ? await lastAccepted(db(), report.pledgeId, report.organisationId, report.id) : earlier;
  const currency = ownAmount(revision, report.organisationId)?.currency ?? null;
  const words = (value: number | null) =>
    value === null ? null : formatNumber(value, lang, { maximumFractionDigits: 4 });
  return figuresOf(report, revision, report.organisationId, last).map((figure) => {
    const index = /^indicators\[(\d+)\]/.exec(figure.field)?.[1];
    const indicator = index === undefined ? undefined : revision.indicators[Number(index)];
    return {
      field: figure.field,
      label: indicator?.name ?? t(figure.field === "people" ? "field.people" : "field.disbursed"),
      unit: indicator ? indicator.unit : figure.field === "people" ? null : currency,
      value: words(figure.value),
      last: words(figure.last),
      baseline: indicator ? words(figure.baseline) : null,
      target: words(figure.target),
      note: figure.note,
      surprise: surpriseOf(figure),
    };
  });
}
