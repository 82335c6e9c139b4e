import type { Tx } from "~/platform/db/client.server";
import { wholeAmount } from "~/pledges/valuation/transitions.server";
import { nextOwnPeriod } from "~/progress/calendar/model";
import { disbursedSoFar, holding } from "~/progress/figures/model";
import type { Delivery } from "~/reference/codes";
import type { getPublishedRevision, PledgeSource } from "../record/queries.server";
import { type PledgedAmount, type Reporting, usdOf } from "./model";

type Published = NonNullable<Awaited<ReturnType<typeof getPublishedRevision>>>;

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** A pledge is asked once a year unless it says otherwise (R31). */
const usualMonths = 12;

/** Accepted reports of the lead pledger and of parts that are confirmed, oldest period first (R20, R31). */
async function acceptedReports(tx: Tx, pledge: PledgeSource, { partners }: Published) {
  return tx.report.findMany({
    where: {
      pledgeId: pledge.id,
      state: "accepted",
      organisationId: { in: [pledge.organisationId, ...partners.keys()] },
    },
    orderBy: [{ periodTo: "asc" }, { acceptedAt: "asc" }, { id: "asc" }],
    include: { indicators: { orderBy: { key: "asc" } }, milestones: { orderBy: { key: "asc" } } },
  });
}

type Accepted = Awaited<ReturnType<typeof acceptedReports>>[number];

/** What an organisation promised as its own part; the lead pledger's is the revision's amount. */
function pledgedBy(organisationId: string, pledge: PledgeSource, { revision }: Published): PledgedAmount {
  if (organisationId === pledge.organisationId)
    return {
      wholeMinor: wholeAmount(revision),
      currency: revision.currency,
      usdMinor: revision.usdMinor,
    };
  const part = revision.coPledgers.find((one) => one.organisationId === organisationId);
  return {
    wholeMinor: part?.amountMinor ?? null,
    currency: part?.currency ?? null,
    usdMinor: part?.usdMinor ?? null,
  };
}

/** Reads what the accepted reports on a published pledge come to, and the reports themselves for `writeReports`. */
export async function readReports(tx: Tx, pledge: PledgeSource, published: Published) {
  const accepted = await acceptedReports(tx, pledge, published);
  const reports = holding(accepted);
  const delivered = [pledge.organisationId, ...published.partners.keys()].map((organisationId) => {
    const own = reports.filter((row) => row.organisationId === organisationId);
    const pledged = pledgedBy(organisationId, pledge, published);
    const usd = disbursedSoFar(
      own.map((row) => ({
        minor: usdOf(row.disbursedMinor, row.currency, pledged),
        basis: row.disbursedBasis,
      })),
    );
    return { organisationId, usdMinor: usd, last: own.at(-1) };
  });
  const last = delivered[0]?.last;
  const sums = delivered.flatMap(({ usdMinor }) => usdMinor ?? []);
  const ended = pledge.state === "completed" || pledge.state === "discontinued" ? pledge.state : null;
  const requests = await tx.reportRequest.findMany({
    where: { pledgeId: pledge.id, state: { not: "skipped" } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { dueOn: true, state: true },
  });
  const reporting: Reporting = {
    delivery: ended ?? ((last?.status ?? null) as Delivery | null),
    lastReportOn: last ? dayOf(last.periodTo) : null,
    lastReportAt: last?.acceptedAt?.toISOString() ?? null,
    firstDueOn: requests[0] ? dayOf(requests[0].dueOn) : await ownFirstDue(tx, pledge, published),
    disbursedUsdMinor: sums.length === 0 ? null : sums.reduce((sum, usd) => sum + usd, 0n).toString(),
    delivered: delivered.map((part) => ({
      organisationId: part.organisationId,
      usdMinor: part.usdMinor?.toString() ?? null,
      reportedOn: part.last ? dayOf(part.last.periodTo) : null,
    })),
    requests: requests.map(({ dueOn, state }) => ({ dueOn: dayOf(dueOn), answered: state === "answered" })),
  };
  return { reporting, accepted };
}

/** When the pledge's own next report falls due although nobody was asked yet; compiled records owe none (R16). */
async function ownFirstDue(tx: Tx, pledge: PledgeSource, { revision }: Published): Promise<string | null> {
  if (pledge.compiled || !pledge.publishedAt) return null;
  const rhythm = await tx.reportingRhythm.findUnique({ where: { pledgeId: pledge.id } });
  const skipped = await tx.reportRequest.findFirst({
    where: { pledgeId: pledge.id },
    orderBy: { periodTo: "desc" },
    select: { periodTo: true },
  });
  const period = nextOwnPeriod({
    startsOn: revision.startsOn,
    endsOn: revision.endsOn,
    publishedOn: dayOf(pledge.publishedAt),
    everyMonths: rhythm?.everyMonths ?? usualMonths,
    after: skipped ? dayOf(skipped.periodTo) : null,
  });
  return period?.dueOn ?? null;
}

/** Writes the public rows of accepted reports; the pledge's row is there. Files, messages and people are not in them. */
export async function writeReports(
  tx: Tx,
  pledge: PledgeSource,
  published: Published,
  accepted: readonly Accepted[],
): Promise<void> {
  if (accepted.length === 0) return;
  const organisations = await tx.organisation.findMany({
    where: { id: { in: accepted.map(({ organisationId }) => organisationId) } },
    select: { id: true, slug: true, officialName: true, names: true },
  });
  const held = new Set(holding(accepted).map(({ id }) => id));
  for (const row of accepted) {
    const who = organisations.find(({ id }) => id === row.organisationId);
    const organisation = { slug: who?.slug, name: who?.officialName, names: who?.names };
    const usd = usdOf(row.disbursedMinor, row.currency, pledgedBy(row.organisationId, pledge, published));
    const texts = {
      narrative: row.narrative,
      obstacles: row.obstacles,
      nextSteps: row.nextSteps,
      statusReason: row.statusReason,
      disbursedNote: row.disbursedNote,
      peopleNote: row.peopleNote,
      correctionReason: row.correctionReason,
    };
    const indicators = row.indicators.map(({ key, value, note }) => ({ key, value: value?.toString() ?? null, note }));
    const milestones = row.milestones.map(({ key, done }) => ({ key, done }));
    await tx.$executeRaw`
      INSERT INTO compendium_reports (id, pledge_id, organisation_id, organisation, corrects_id, corrected, period_from, period_to, status,
        disbursed_minor, currency, disbursed_basis, disbursed_usd_minor, people, lang, texts, indicators, milestones, links, accepted_at)
      VALUES (${row.id}::uuid, ${pledge.id}::uuid, ${row.organisationId}::uuid, ${JSON.stringify(organisation)}::jsonb,
        ${row.correctsId}::uuid, ${!held.has(row.id)}, ${dayOf(row.periodFrom)}, ${dayOf(row.periodTo)}, ${row.status}::text,
        ${row.disbursedMinor}, ${row.currency}, ${row.disbursedBasis}, ${usd}, ${row.people}, ${row.language},
        ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(indicators)}::jsonb, ${JSON.stringify(milestones)}::jsonb,
        ${row.links}::text[], ${row.acceptedAt})`;
  }
}
