import type { Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import type { Report } from "~/platform/db/generated/client";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { amountErrors } from "~/pledges/entry/schema";
import { wholeAmount } from "~/pledges/valuation/transitions.server";
import { decimalText, parseAmount } from "~/reference/currencies";
import { holding } from "../figures/model";
import { type LockedReport, type PublicRevision, publicRevision } from "../transitions.server";
import type { ReportedFigure } from "./model";
import type { ReportInput } from "./schema";

/** The accepted report of an organisation on a pledge that holds now: the latest period, corrections in place of what they correct. */
export async function lastAccepted(tx: Pick<Tx, "report">, pledgeId: string, organisationId: string, except?: string) {
  const accepted = await tx.report.findMany({
    where: { pledgeId, organisationId, state: "accepted" },
    orderBy: [{ periodTo: "asc" }, { acceptedAt: "asc" }],
    include: { indicators: true, milestones: true },
  });
  // A correction is compared with what came before the report that it corrects.
  return holding(accepted.filter(({ id }) => id !== except)).at(-1) ?? null;
}

export type LastReport = Awaited<ReturnType<typeof lastAccepted>>;

/** What the organisation pledged itself: the lead's own amount, or a partner's part (R20). */
export function ownAmount(
  revision: PublicRevision,
  organisationId: string,
): { minor: bigint; currency: string } | null {
  const own =
    revision.pledge.organisationId === organisationId
      ? { minor: wholeAmount(revision), currency: revision.currency }
      : revision.coPledgers
          .filter((part) => part.organisationId === organisationId)
          .map((part) => ({ minor: part.amountMinor, currency: part.currency }))[0];
  return own?.minor && own.currency ? { minor: own.minor, currency: own.currency } : null;
}

const numberOf = (value: { toString(): string } | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toString());

type Figures = Pick<Report, "disbursedMinor" | "disbursedNote" | "people" | "peopleNote"> & {
  indicators: readonly { key: string; value: { toString(): string } | null; note: string | null }[];
};

/**
 * The figures of a report beside baseline, target and the last ones, in the order of the form. Partners report money only: people and
 * indicators belong to the whole pledge, which its lead reports on.
 */
export function figuresOf(
  report: Figures,
  revision: PublicRevision,
  organisationId: string,
  last: LastReport,
): ReportedFigure[] {
  const amount = ownAmount(revision, organisationId);
  const leads = revision.pledge.organisationId === organisationId;
  const money = (minor: bigint | null | undefined) =>
    amount && minor !== null && minor !== undefined ? Number(decimalText(minor, amount.currency)) : null;
  const figures: ReportedFigure[] = [];
  if (amount)
    figures.push({
      field: "disbursed",
      note: report.disbursedNote,
      value: money(report.disbursedMinor),
      last: money(last?.disbursedMinor),
      baseline: 0,
      target: money(amount.minor),
    });
  if (leads && revision.people !== null)
    figures.push({
      field: "people",
      note: report.peopleNote,
      value: numberOf(report.people),
      last: numberOf(last?.people),
      baseline: 0,
      target: numberOf(revision.people),
    });
  if (leads)
    for (const [index, indicator] of revision.indicators.entries()) {
      const own = report.indicators.find(({ key }) => key === indicator.key);
      figures.push({
        field: `indicators[${index}].value`,
        note: own?.note ?? null,
        value: numberOf(own?.value),
        last: numberOf(last?.indicators.find(({ key }) => key === indicator.key)?.value),
        baseline: numberOf(indicator.baseline),
        target: numberOf(indicator.target),
      });
    }
  return figures;
}

/**
 * Keeps what was typed in a locked draft. Throws `Invalid` for an amount that is none, or for figures that the pledge does not have, and
 * `Conflict` if somebody saved meanwhile.
 */
export async function writeReport(run: Run, report: LockedReport, values: ReportInput): Promise<void> {
  const revision = found(await publicRevision(run.tx, report.pledgeId));
  const leads = revision.pledge.organisationId === report.organisationId;
  const { version, next, disbursed, indicators, milestones, people, ...texts } = values;
  const known = new Set([...revision.indicators, ...revision.milestones].map(({ key }) => key));
  if ([...indicators, ...milestones].some(({ key }) => !leads || !known.has(key)))
    throw new Invalid({ "": [msg("progress:error.pledge_changed")] });
  const currency = ownAmount(revision, report.organisationId)?.currency ?? null;
  await run.tx.reportIndicator.deleteMany({ where: { reportId: report.id } });
  await run.tx.reportMilestone.deleteMany({ where: { reportId: report.id } });
  await run.tx.reportIndicator.createMany({
    data: indicators.map(({ key, value, note }) => ({ reportId: report.id, key, value, note })),
  });
  await run.tx.reportMilestone.createMany({
    data: milestones.flatMap(({ key, done }) => (done ? [{ reportId: report.id, key, done }] : [])),
  });
  const { count } = await run.tx.report.updateMany({
    where: { id: report.id, state: report.state, version },
    data: {
      ...texts,
      status: texts.status ?? null,
      statusReason: texts.statusReason ?? null,
      disbursedNote: texts.disbursedNote ?? null,
      peopleNote: texts.peopleNote ?? null,
      disbursedMinor: disbursed && currency ? amountOf(disbursed, currency) : null,
      currency,
      people: people === undefined ? null : BigInt(people),
      updatedAt: run.now,
      updatedBy: run.actor.kind === "person" ? run.actor.id : null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw new Conflict("ui:error.conflict");
}

function amountOf(text: string, currency: string): bigint | null {
  const parsed = parseAmount(text, currency);
  if (parsed.ok) return parsed.minor;
  if (parsed.error === "empty") return null;
  throw new Invalid({ disbursed: [msg(amountErrors[parsed.error], { currency })] });
}
