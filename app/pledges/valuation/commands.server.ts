import type { Person } from "~/access/actor";
import type { Receipt, Run } from "~/access/command.server";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { valueSettled } from "../events";
import { freezeOnDay } from "../submission/transitions.server";
import { lockRevision } from "../transitions.server";
import { pledgeCommand } from "../writing/commands.server";
import { readRates } from "./model";
import type { RateInput } from "./schema";
import { valuedOn } from "./transitions.server";

/** Enters a sourced rate, or corrects the one on file. Values that were converted keep the rate they were frozen with (R24). */
export async function saveRate(actor: Person, rate: RateInput, receipt: Receipt | null = null): Promise<void> {
  await pledgeCommand({ actor, name: "reference.maintain", receipt }, (run) => writeRate(run, rate));
}

/**
 * Enters rates from CSV. If any row is refused, nothing is written and `Invalid` names every row; so it does after a mere check, with the
 * number of good rows.
 */
export async function importRates(
  actor: Person,
  { rows, dryRun }: { rows: string; dryRun?: "on" },
  receipt: Receipt | null = null,
): Promise<{ written: number }> {
  return pledgeCommand({ actor, name: "reference.maintain", receipt }, async (run) => {
    const { rates, refused } = readRates(rows);
    if (refused.length > 0) throw new Invalid({ rows: refused.slice(0, 100) });
    if (dryRun) throw new Invalid({ rows: [msg("rates:error.dry_run", { count: rates.length })] });
    for (const rate of rates) await writeRate(run, rate);
    return { written: rates.length };
  });
}

async function writeRate(run: Run, { currency, period, usdPerUnit, source }: RateInput): Promise<void> {
  const where = { currency_period: { currency, period } };
  const before = await run.tx.exchangeRate.findUnique({ where });
  const data = { usdPerUnit, source, enteredAt: run.now };
  await run.tx.exchangeRate.upsert({ where, create: { currency, period, ...data }, update: data });
  run.record({
    event: before ? "rate.corrected" : "rate.entered",
    subjectType: "rate",
    subjectId: `${currency} ${period}`,
    data: { usdPerUnit, source, ...(before && { before: String(before.usdPerUnit), sourceBefore: before.source }) },
  });
}

/**
 * Settles a value that awaits a rate: by the rate on file for its day, frozen with date and source, or as not converted, which is shown
 * and not added up (R24). Throws `Conflict` when it was settled, when the revision changed, or when no rate is on file.
 */
export async function settleValue(
  actor: Person,
  revisionId: string,
  { version, way }: { version: number; way: "rate" | "not_converted" },
  receipt: Receipt | null = null,
): Promise<void> {
  await pledgeCommand({ actor, name: "reference.maintain", receipt }, async (run) => {
    const revision = await lockRevision(run.tx, revisionId);
    const { organisationId } = revision.pledge;
    run.check("reference.maintain", { organisationId });
    if (revision.valueState !== "awaiting_rate") throw new Conflict("rates:conflict.settled");
    if (revision.version !== version) throw new Conflict("pledges:conflict.changed");
    if (way === "rate") await freezeOnDay(run, revision, valuedOn(revision, revision.pledge));
    else await run.tx.revision.update({ where: { id: revisionId }, data: { valueState: "not_converted" } });
    const settled = found(await run.tx.revision.findUnique({ where: { id: revisionId } }));
    if (settled.valueState === "awaiting_rate") throw new Conflict("rates:awaiting.no_rate");
    await run.tx.revision.update({ where: { id: revisionId }, data: { version: { increment: 1 } } });
    run.record({
      event: valueSettled,
      subjectType: "pledge",
      subjectId: revision.pledgeId,
      organisationId,
      data: { revisionId, way, usdMinor: settled.usdMinor === null ? null : String(settled.usdMinor) },
      public: revision.state === "published",
    });
  });
}
