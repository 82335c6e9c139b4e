import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { requirePermission } from "~/access/guard.server";
import { createDemoAccount } from "~/accounts/registration/commands.server";
import { actorOf } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in/commands.server";
import { actingFor, address, namedOrganisation } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { action as invite } from "~/routes/my/organisation/invite";
import { useDatabase } from "../support/database";
import { insertOrganisation } from "../support/rows";

useDatabase();

/** Somebody who leads two organisations, and the session that all their tabs share. */
async function leadOfTwo() {
  const email = `${randomUUID()}@example.org`;
  const password = "three quiet rivers";
  await createDemoAccount({ name: "Amina Diallo", email, password, language: "en" });
  const opened = await signIn({ actor: anonymous, email, password, ip: email, userAgent: null });
  const cookie = opened.cookie.split(";")[0] ?? "";
  const { id: accountId } = (await actorOf(cookie)).actor as Person;
  const [reef, port] = [await insertOrganisation(), await insertOrganisation()];
  for (const { id } of [reef, port])
    await db().membership.create({ data: { organisationId: id, accountId, role: "lead", startedAt: now() } });
  return { cookie, reef: reef.id, port: port.id };
}

/** One request of a tab, as the server takes it. */
async function request(cookie: string, path: string, body?: Record<string, string>) {
  const { actor } = await actorOf(cookie, namedOrganisation(path));
  const init = body && { method: "POST", body: new URLSearchParams(body) };
  const args = { request: new Request(`http://localhost${path}`, init), params: { lang: "en" } };
  return { ...args, context: { actor, ip: "127.0.0.1", script: "" } };
}
const invitation = (email: string) => ({ email, role: "author", language: "en" });
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Response ? error.status : 500),
  );

test("two tabs act each for the organisation that its page was shown for (R10)", async () => {
  const { cookie, reef, port } = await leadOfTwo();
  const [first, second] = [actingFor(address.invite("en"), reef), actingFor(address.invite("en"), port)];
  // The second tab opens its page after the first one, which is sent last.
  await requirePermission(await request(cookie, first), "organisation.invite");
  await requirePermission(await request(cookie, second), "organisation.invite");
  await invite(await request(cookie, first, invitation("reef@example.org")));
  await invite(await request(cookie, second, invitation("port@example.org")));
  const rows = await db().invitation.findMany({ where: { organisationId: { in: [reef, port] } } });
  expect(new Map(rows.map((row) => [row.email, row.organisationId]))).toEqual(
    new Map([
      ["reef@example.org", reef],
      ["port@example.org", port],
    ]),
  );
});

test("the organisation that an address names is active from then on, also on pages that name none", async () => {
  const { cookie, reef, port } = await leadOfTwo();
  for (const id of [port, reef]) {
    const { context } = await request(cookie, actingFor(address.myOrganisation("en"), id));
    expect((context.actor as Person).activeOrganisationId).toBe(id);
    expect(((await actorOf(cookie)).actor as Person).activeOrganisationId).toBe(id);
  }
});

test("what names a foreign organisation, one that was left, or none at all is refused in its own words, and nothing is done", async () => {
  const { cookie, reef, port } = await leadOfTwo();
  await actorOf(cookie, port);
  const foreign = (await insertOrganisation()).id;
  await db().membership.updateMany({ where: { organisationId: reef }, data: { endedAt: now() } });
  for (const id of [foreign, reef, "", "nonsense"]) {
    const path = actingFor(address.invite("en"), id);
    const answer = await invite(await request(cookie, path, invitation("lost@example.org"))).catch((error) => error);
    expect([answer.status, await answer.text()]).toEqual([403, "other_organisation"]);
    expect(await statusOf(requirePermission(await request(cookie, path), "organisation.invite"))).toBe(403);
  }
  expect(await db().invitation.count({ where: { email: "lost@example.org" } })).toBe(0);
  expect(((await actorOf(cookie)).actor as Person).activeOrganisationId).toBe(port);
});
