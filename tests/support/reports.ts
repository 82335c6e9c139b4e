import { randomUUID } from "node:crypto";
import type { Person } from "~/access/actor";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { checkReport } from "~/progress/check/commands.server";
import type { CheckInput } from "~/progress/check/schema";
import { openRequests } from "~/progress/requests/commands.server";
import { beginReport, saveReport } from "~/progress/writing/commands.server";
import { type ReportInput, reportSchema } from "~/progress/writing/schema";
import { addMembership, makePerson, makeStaff } from "./actors";
import { inDollars, insertOrganisation, insertPledge } from "./rows";

const dayIn = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A published pledge of US$ 2.5 million for 6,200 people with one indicator, of an organisation with a lead and an author. */
export async function makeRunning() {
  const organisation = await insertOrganisation();
  const lead = await addMembership(await makePerson(), organisation.id, "lead");
  const author = await addMembership(await makePerson(), organisation.id, "author");
  const key = randomUUID();
  const milestone = randomUUID();
  const { id: pledgeId } = await insertPledge(
    { organisationId: organisation.id },
    {
      ...inDollars(2_500_000n),
      amountBasis: "total",
      people: 6200n,
      startsOn: "2026-01-01",
      endsOn: "2028-12-31",
      indicators: {
        create: { key, position: 1, name: "People in reach of 4G", unit: "people", baseline: "0", target: "6200" },
      },
      milestones: { create: { key: milestone, position: 1, name: "First seven sites" } },
    },
  );
  return { organisation, lead, author, pledgeId, key, milestone };
}

/** The same, asked to report on the time up to yesterday, in 60 days. */
export async function makeAsked() {
  const running = await makeRunning();
  const secretariat = await makeStaff("secretariat");
  await openRequests(secretariat, { pledgeIds: [running.pledgeId], periodTo: dayIn(-1), dueOn: dayIn(60) });
  const request = await db().reportRequest.findFirstOrThrow({ where: { pledgeId: running.pledgeId } });
  return { ...running, secretariat, requestId: request.id };
}

export type Asked = Awaited<ReturnType<typeof makeAsked>>;

/** A report with everything that must be there, but for what a test changes. */
export const complete = ({ key }: Pick<Asked, "key">, changes: Partial<ReportInput> = {}): ReportInput => ({
  ...reportSchema.parse({ version: 0 }),
  status: "on_track",
  disbursed: "1000000",
  people: "2100",
  indicators: [{ key, value: "2100" }],
  narrative: "Seven sites are on air.",
  ...changes,
});

/** A report that the lead has sent. Answers its id. */
export async function makeSent(asked: Asked, changes: Partial<ReportInput> = {}): Promise<string> {
  const { id } = await beginReport(asked.lead, { requestId: asked.requestId });
  await saveReport(asked.lead, id, complete(asked, { ...changes, next: "send" }));
  return id;
}

/** One step of staff on a report as it is now. */
export async function check(actor: Person, id: string, act: CheckInput["act"], reason?: string): Promise<void> {
  const { version } = await db().report.findUniqueOrThrow({ where: { id } });
  await checkReport(actor, id, { act, reason, version });
}
