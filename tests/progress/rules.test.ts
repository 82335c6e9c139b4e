import { describe, expect, test } from "vitest";
import { can } from "~/access/policy";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { makeStaff } from "../support/actors";
import { useDatabase } from "../support/database";
import { insertOrganisation, insertPledge } from "../support/rows";

const { owner } = useDatabase();

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const period = { periodFrom: day("2026-01-01"), periodTo: day("2026-12-31") };

async function makePledge() {
  const organisation = await insertOrganisation();
  const { id: pledgeId } = await insertPledge({ organisationId: organisation.id });
  return { pledgeId, organisationId: organisation.id };
}

const ask = (pledgeId: string, data: Partial<Prisma.ReportRequestUncheckedCreateInput> = {}) =>
  db().reportRequest.create({ data: { pledgeId, ...period, dueOn: day("2027-03-01"), openedAt: now(), ...data } });

const report = (
  about: { pledgeId: string; organisationId: string },
  data: Partial<Prisma.ReportUncheckedCreateInput> = {},
) => db().report.create({ data: { ...about, ...period, createdAt: now(), updatedAt: now(), ...data } });

async function makeAccepted(about: { pledgeId: string; organisationId: string }) {
  const accepter = await makeStaff("reviewer");
  const { id } = await report(about, { indicators: { create: { key: crypto.randomUUID(), value: 3 } } });
  await db().report.update({
    where: { id },
    data: { state: "accepted", status: "on_track", submittedAt: now(), acceptedAt: now(), acceptedBy: accepter.id },
  });
  return id;
}

describe("the database itself refuses", () => {
  test("a second open request for a pledge, also when two come at once (R31)", async () => {
    const { pledgeId } = await makePledge();
    const settled = await Promise.allSettled([ask(pledgeId), ask(pledgeId), ask(pledgeId)]);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(ask(pledgeId, { state: "paused", reason: "Floods." })).rejects.toThrow();
    await ask(pledgeId, { state: "closed", missed: true });
  });

  test("a request skipped or paused without a reason, and one due before its period ends", async () => {
    const { pledgeId } = await makePledge();
    await expect(ask(pledgeId, { state: "skipped" })).rejects.toThrow("report_requests_reason");
    await expect(ask(pledgeId, { dueOn: day("2026-12-31") })).rejects.toThrow("report_requests_dates");
  });

  test("the same reminder twice", async () => {
    const about = await makePledge();
    const { id: requestId } = await ask(about.pledgeId);
    const one = { requestId, organisationId: about.organisationId, step: -30, sentAt: now() };
    await db().reportReminder.create({ data: one });
    await expect(db().reportReminder.create({ data: one })).rejects.toThrow();
  });

  test("two reports of one organisation under way, and a second answer to one request", async () => {
    const about = await makePledge();
    const { id: requestId } = await ask(about.pledgeId);
    const first = await report(about, { requestId });
    await expect(report(about)).rejects.toThrow();
    await db().report.update({ where: { id: first.id }, data: { state: "withdrawn" } });
    await report(about, { requestId });
  });

  test("any change to an accepted report and to what belongs to it, whoever asks", async () => {
    const id = await makeAccepted(await makePledge());
    await expect(db().report.update({ where: { id }, data: { narrative: "Better." } })).rejects.toThrow();
    await expect(db().report.delete({ where: { id } })).rejects.toThrow();
    await expect(db().reportIndicator.updateMany({ where: { reportId: id }, data: { value: 4 } })).rejects.toThrow();
    await expect(owner.query("DELETE FROM report_indicators WHERE report_id = $1", [id])).rejects.toThrow(
      "is accepted",
    );
    await expect(
      db().reportMilestone.create({ data: { reportId: id, key: crypto.randomUUID(), done: "2026" } }),
    ).rejects.toThrow();
  });

  test("a correction without its reason, and two corrections of one report", async () => {
    const about = await makePledge();
    const correctsId = await makeAccepted(about);
    await expect(report(about, { correctsId })).rejects.toThrow("reports_correction");
    const first = await report(about, { correctsId, correctionReason: "A typing error." });
    await db().report.update({ where: { id: first.id }, data: { state: "withdrawn" } });
    await report(about, { correctsId, correctionReason: "A typing error." });
  });

  test("a report accepted by the one who agreed first, or without a status; money below zero or without a currency", async () => {
    const about = await makePledge();
    const { id: who } = await makeStaff("reviewer");
    const done = { state: "accepted", submittedAt: now(), acceptedAt: now(), acceptedBy: who } as const;
    await expect(report(about, { ...done, status: "completed", agreedBy: who })).rejects.toThrow("reports_four_eyes");
    await expect(report(about, done)).rejects.toThrow("reports_accepted");
    await expect(report(about, { disbursedMinor: -1n, currency: "USD" })).rejects.toThrow("reports_money");
    await expect(report(about, { disbursedMinor: 1n })).rejects.toThrow("reports_money");
  });
});

describe("who may accept a report", () => {
  test("staff, but nobody of the organisation, and not the one who agreed first", async () => {
    const staff = await makeStaff("reviewer");
    const own = { ...staff, formerOrganisationIds: ["organisation"] };
    expect(can(staff, "report.accept", { organisationId: "organisation" })).toBe(true);
    expect(can(own, "report.accept", { organisationId: "organisation" })).toBe(false);
    expect(can(staff, "report.accept", { organisationId: "organisation", reviewerIds: [staff.id] })).toBe(false);
    expect(can(staff, "report.submit", { organisationId: "organisation" })).toBe(false);
  });
});
