import { expect, test } from "vitest";
import type { Person } from "~/access/actor";
import { command } from "~/access/command.server";
import { getCounted } from "~/compendium/totals/queries.server";
import { countedValue } from "~/counting/model";
import { moveOrganisation } from "~/organisations/transitions.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { saveStep, startRevision } from "~/pledges/drafting/commands.server";
import { getStepView } from "~/pledges/drafting/queries.server";
import { stepSchemas } from "~/pledges/drafting/schema";
import { StepPage } from "~/pledges/pages/step";
import { submitPledge } from "~/pledges/submission/commands.server";
import { answerPart } from "~/pledges/together/commands.server";
import { expireParts } from "~/pledges/together/jobs.server";
import { PartPage } from "~/pledges/together/pages/part";
import { getAskedParts, getPart } from "~/pledges/together/queries.server";
import { registerProjections } from "~/server/projections";
import { addMembership, makePerson, makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { clearRevision, completeSteps, makeDraft, makePledger, newestRevision } from "../support/pledges";
import { html } from "../ui/render";

useDatabase();
registerProjections();

const thousand = 100_000n;
interface Named {
  key?: string;
  name: string;
  amountMinor: bigint | null;
  currency: string | null;
}
const withWhom = (...named: Named[]) => ({
  ...completeSteps["with-whom"],
  coPledgers: named.map((one) => ({ ...one, key: one.key })),
});
const partOf = async (pledgeId: string) => {
  const { id } = await newestRevision(pledgeId);
  return db().coPledger.findFirstOrThrow({ where: { revisionId: id } });
};
const events = async (event: string) => db().auditEvent.count({ where: { event } });

/** A pledge submitted with one partner on the platform, who is asked for 1 000 US dollars. */
async function asked() {
  const pledger = await makePledger();
  const partner = await makePledger();
  const named = { name: partner.organisation.officialName, amountMinor: thousand, currency: "USD" };
  const { pledgeId, version } = await makeDraft(pledger.lead, { "with-whom": withWhom(named) });
  await submitPledge(pledger.lead, pledgeId, { version });
  return { pledger, partner, pledgeId, part: await partOf(pledgeId), named };
}

const confirm = (who: Person, { key, version }: { key: string; version: number }) =>
  answerPart(who, key, { version, move: "confirm" });
const publish = async (pledgeId: string) => clearRevision((await newestRevision(pledgeId)).id);
const recordOf = async (pledgeId: string) =>
  (
    await db().$queryRaw<{ record: { pledge: { coPledgers: { name: string }[]; unconfirmedParts: number } } }[]>`
    SELECT record FROM compendium_pledges WHERE id = ${pledgeId}::uuid`
  )[0]?.record.pledge;
const countedOf = async (pledgeId: string) => {
  const { pledge } = await newestRevision(pledgeId);
  const counted = (await getCounted()).find(({ reference }) => reference === pledge.reference);
  return counted && countedValue(counted);
};
const own = completeSteps["how-much"].amountMinor;

test("an organisation is asked when the pledge is submitted, not while it is drafted, and its value is frozen that day", async () => {
  const pledger = await makePledger();
  const partner = await makePledger();
  const named = { name: partner.organisation.officialName.toUpperCase(), amountMinor: thousand, currency: "USD" };
  const elsewhere = { name: "Nobody Here", amountMinor: null, currency: null };
  const { pledgeId, version } = await makeDraft(pledger.lead, { "with-whom": withWhom(named, elsewhere) });
  expect(await getAskedParts(partner.lead, partner.organisation.id, "en")).toEqual([]);
  const drafted = await partOf(pledgeId);
  expect(drafted).toMatchObject({ organisationId: partner.organisation.id, name: partner.organisation.officialName });
  await expect(getPart(partner.lead, drafted.key, "en")).rejects.toBeInstanceOf(NotFound);
  await expect(confirm(partner.lead, drafted)).rejects.toBeInstanceOf(NotFound);
  await submitPledge(pledger.lead, pledgeId, { version });
  const part = await partOf(pledgeId);
  expect(part).toMatchObject({ state: "invited", valueState: "converted", usdMinor: thousand });
  const [shown] = await getAskedParts(partner.lead, partner.organisation.id, "en");
  expect(shown).toMatchObject({ key: part.key, pledger: pledger.organisation.officialName });
  expect(await db().auditEvent.findMany({ where: { event: "part.invited", subjectId: part.key } })).toHaveLength(1);
  expect(await db().coPledger.findFirst({ where: { name: "Nobody Here" } })).toMatchObject({
    organisationId: null,
    invitedAt: null,
  });
});

test("a confirmed part of a cleared organisation is named and counted, until it is withdrawn", async () => {
  const { partner, pledgeId, part } = await asked();
  await publish(pledgeId);
  expect(await recordOf(pledgeId)).toMatchObject({ coPledgers: [], unconfirmedParts: 1 });
  expect(await countedOf(pledgeId)).toBe(own);
  await confirm(partner.lead, part);
  expect(await recordOf(pledgeId)).toMatchObject({ coPledgers: [{ name: part.name }], unconfirmedParts: 0 });
  expect(await countedOf(pledgeId)).toBe(own + thousand);
  await answerPart(partner.lead, part.key, { version: part.version + 1, move: "withdraw", reason: "We cannot." });
  expect(await recordOf(pledgeId)).toMatchObject({ coPledgers: [], unconfirmedParts: 0 });
  expect(await countedOf(pledgeId)).toBe(own);
});

test("a confirmed part is no longer named or counted once its organisation is suspended", async () => {
  const { partner, pledgeId, part } = await asked();
  await confirm(partner.lead, part);
  await publish(pledgeId);
  expect(await countedOf(pledgeId)).toBe(own + thousand);
  await command({ actor: await makeStaff("reviewer"), name: "organisation.suspend" }, (run) =>
    moveOrganisation(run, partner.organisation.id, "suspend", { reason: "A new finding." }),
  );
  expect(await recordOf(pledgeId)).toMatchObject({ coPledgers: [], unconfirmedParts: 1 });
  expect(await countedOf(pledgeId)).toBe(own);
});

test("the page of a part shows it to its organisation in Arabic, with the answers that are possible", async () => {
  const { partner, part, pledger } = await asked();
  const view = await getPart(partner.lead, part.key, "ar");
  expect(view).toMatchObject({
    pledger: pledger.organisation.officialName,
    moves: ["confirm", "decline"],
    refusal: null,
  });
  const page = html(<PartPage view={view} receiptKey={part.id} answered={false} />, "ar");
  expect(page).toContain('value="confirm"');
  expect(page).toContain('value="decline"');
  expect(page).not.toContain('value="withdraw"');
  expect((await getPart(partner.author, part.key, "en")).refusal).toBe("only_leads");
});

test("the step shows one row a part, with its amount as it was typed", async () => {
  const { pledger, partner, part } = await asked();
  const { pledgeId } = await makeDraft(pledger.lead, {
    "with-whom": withWhom({ name: partner.organisation.officialName, amountMinor: thousand, currency: "USD" }),
  });
  const view = await getStepView(pledger.lead, pledgeId, "with-whom", "en");
  const page = html(<StepPage view={view} questions={[]} receiptKey={part.id} />);
  expect(page).toContain('name="coPledgers[0].key"');
  expect(page).toMatch(/<input[^>]*name="coPledgers\[0\].amount"[^>]*value="1000"/);
  expect(page).toContain(`<option value="${partner.organisation.officialName}"`);
});

test("a part is declined with a reason, which the lead pledger reads and nobody else", async () => {
  const { partner, pledgeId, part } = await asked();
  const decline = (reason?: string) =>
    answerPart(partner.lead, part.key, { version: part.version, move: "decline", reason });
  await expect(decline()).rejects.toBeInstanceOf(Invalid);
  await decline("Not this year.");
  expect(await partOf(pledgeId)).toMatchObject({ state: "declined", reason: "Not this year." });
  await publish(pledgeId);
  const record = await recordOf(pledgeId);
  expect(record).toMatchObject({ coPledgers: [], unconfirmedParts: 0 });
  expect(JSON.stringify(record)).not.toContain(part.name);
});

test("only a lead of the asked organisation answers, and never who signed the pledge off", async () => {
  const { pledger, partner, pledgeId, part } = await asked();
  await expect(confirm(partner.author, part)).rejects.toBeInstanceOf(Refused);
  await expect(confirm(pledger.lead, part)).rejects.toBeInstanceOf(NotFound);
  await expect(confirm(await makePerson(), part)).rejects.toBeInstanceOf(Refused);
  const both = await addMembership(pledger.lead, partner.organisation.id, "lead");
  await expect(confirm(both, part)).rejects.toBeInstanceOf(Refused);
  expect((await getPart(both, part.key, "en")).moves).toEqual(["decline"]);
  expect(await partOf(pledgeId)).toMatchObject({ state: "invited", confirmedBy: null });
});

test("who confirmed a part does not sign the pledge off", async () => {
  const { pledger, partner, pledgeId, part } = await asked();
  await confirm(partner.lead, part);
  await publish(pledgeId);
  await startRevision(pledger.author, pledgeId);
  const both = await addMembership(partner.lead, pledger.organisation.id, "lead");
  await expect(submitPledge(both, pledgeId, { version: 0 })).rejects.toBeInstanceOf(Refused);
  await submitPledge(pledger.lead, pledgeId, { version: 0 });
});

test("answered twice, the second is told; answered at once by two, one answer stands", async () => {
  const { partner, pledgeId, part } = await asked();
  const colleague = await addMembership(await makePerson(), partner.organisation.id, "lead");
  const before = await events("part.confirmed");
  const answers = await Promise.allSettled([confirm(partner.lead, part), confirm(colleague, part)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await events("part.confirmed")).toBe(before + 1);
  await expect(confirm(partner.lead, part)).rejects.toEqual(new Conflict("together:conflict.confirmed"));
  const stale = { version: part.version, move: "withdraw" as const, reason: "Seen too early." };
  await expect(answerPart(partner.lead, part.key, stale)).rejects.toEqual(new Conflict("together:conflict.changed"));
  expect(await partOf(pledgeId)).toMatchObject({ state: "confirmed" });
});

test("after 60 days without an answer a part expires, once", async () => {
  const { partner, pledgeId, part } = await asked();
  const day = (days: number) => new Date((part.invitedAt?.getTime() ?? 0) + days * 86_400_000 + 1000);
  try {
    setClock(() => day(59));
    await expireParts();
    expect((await partOf(pledgeId)).state).toBe("invited");
    setClock(() => day(60));
    await Promise.all([expireParts(), expireParts()]);
    await expireParts();
  } finally {
    setClock(null);
  }
  expect((await partOf(pledgeId)).state).toBe("expired");
  expect(await db().auditEvent.count({ where: { event: "part.expired", subjectId: pledgeId } })).toBe(1);
  await expect(confirm(partner.lead, part)).rejects.toEqual(new Conflict("together:conflict.expired"));
});

test("a revision keeps the part and its answer; a changed amount unconfirms it there and is asked anew", async () => {
  const { pledger, partner, pledgeId, part, named } = await asked();
  await confirm(partner.lead, part);
  await publish(pledgeId);
  await startRevision(pledger.lead, pledgeId);
  const copy = await partOf(pledgeId);
  expect(copy).toMatchObject({ key: part.key, state: "confirmed" });
  const same = { ...withWhom({ key: part.key, ...named }), version: 0 };
  await saveStep(pledger.lead, pledgeId, "with-whom", same);
  expect((await partOf(pledgeId)).state).toBe("confirmed");
  const more = { ...withWhom({ key: part.key, ...named, amountMinor: 3n * thousand }), version: 1 };
  await saveStep(pledger.lead, pledgeId, "with-whom", more);
  expect(await partOf(pledgeId)).toMatchObject({ key: part.key, state: "invited", invitedAt: null, confirmedBy: null });
  expect(await countedOf(pledgeId)).toBe(own + thousand);
  await submitPledge(pledger.lead, pledgeId, { version: 2 });
  const changed = await partOf(pledgeId);
  expect(changed).toMatchObject({ state: "invited", usdMinor: 3n * thousand });
  expect(changed.invitedAt).not.toBeNull();
  await publish(pledgeId);
  expect(await countedOf(pledgeId)).toBe(own);
  await confirm(partner.lead, changed);
  expect(await countedOf(pledgeId)).toBe(own + 3n * thousand);
});

test("a withdrawal takes the part out of a draft as well, so that no revision brings it back", async () => {
  const { pledger, partner, pledgeId, part } = await asked();
  await confirm(partner.lead, part);
  await publish(pledgeId);
  await startRevision(pledger.lead, pledgeId);
  await answerPart(partner.lead, part.key, { version: part.version + 1, move: "withdraw", reason: "We cannot." });
  expect((await partOf(pledgeId)).state).toBe("withdrawn");
});

test("one's own organisation, the same one twice, and a name that several have are refused beside the name", async () => {
  const { lead, organisation } = await makePledger();
  const { pledgeId, version } = await makeDraft(lead);
  const one = await makePledger({ officialName: "Twin Telecom" });
  const money = { amountMinor: null, currency: null };
  const save = (...names: string[]) =>
    saveStep(lead, pledgeId, "with-whom", { ...withWhom(...names.map((name) => ({ name, ...money }))), version });
  const fieldsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error) => Object.keys((error as Invalid).fields),
    );
  expect(await fieldsOf(save(organisation.officialName))).toEqual(["coPledgers[0].name"]);
  expect(await fieldsOf(save("twin telecom", "Twin Telecom"))).toEqual(["coPledgers[1].name"]);
  await makePledger({ officialName: "Twin Telecom" });
  expect(await fieldsOf(save("Twin Telecom"))).toEqual(["coPledgers[0].name"]);
  await save(`Twin Telecom (${one.organisation.slug})`);
  expect(await partOf(pledgeId)).toMatchObject({ organisationId: one.organisation.id, name: "Twin Telecom" });
});

test("a row of nothing is no row; an amount needs a name and a currency", () => {
  const parse = (row: object) => stepSchemas["with-whom"].safeParse({ version: 0, coPledgers: [row] });
  expect(parse({}).data?.coPledgers).toEqual([]);
  expect(parse({ name: "A", amount: "1,000", currency: "USD" }).data?.coPledgers[0]?.amountMinor).toBe(100_000n);
  expect(parse({ amount: "5", currency: "USD" }).error?.issues[0]?.path).toEqual(["coPledgers", 0, "name"]);
  expect(parse({ name: "A", amount: "5" }).error?.issues[0]?.path).toEqual(["coPledgers", 0, "currency"]);
  expect(parse({ name: "A", amount: "-5", currency: "USD" }).error?.issues[0]?.path).toEqual([
    "coPledgers",
    0,
    "amount",
  ]);
});
