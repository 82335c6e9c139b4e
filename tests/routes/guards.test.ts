import { describe, expect, test } from "vitest";
import { anonymous, type Person } from "~/access/actor";
import { db } from "~/platform/db/client.server";
import { makePerson } from "../support/actors";
import { useDatabase } from "../support/database";

useDatabase();

type Handler = (args: unknown) => unknown;
const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>("/app/routes/{my,staff}/**/*.{ts,tsx}", {
  eager: true,
});
const sources = import.meta.glob<string>("/app/routes/{my,staff}/**/*.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** Every loader and action of the pages behind the sign-in, but those that anyone may open: the ways in. */
const guarded = Object.entries(modules).flatMap(([path, module]) =>
  (["loader", "action"] as const)
    .filter(
      (kind) =>
        module[kind] && !new RegExp(`function ${kind}\\([^{]*\\{\\s*[^\\n]*allowPublic`).test(sources[path] ?? ""),
    )
    .map((kind) => ({ path, kind, call: module[kind] as Handler })),
);

/** The status with which a handler answers or throws. */
async function statusOf(call: Handler, kind: "loader" | "action", actor: unknown): Promise<number> {
  const request = new Request(
    "http://localhost/en/x",
    kind === "action" ? { method: "POST", body: new URLSearchParams() } : {},
  );
  const id = "00000000-0000-7000-8000-000000000000";
  const params = { lang: "en", id, case: id, organisation: id, step: "what", document: id, token: "x" };
  try {
    const answer = (await call({ request, params, context: { actor, ip: "127.0.0.1", script: "" } })) as
      | Response
      | { init?: { status?: number } };
    return answer instanceof Response ? answer.status : (answer.init?.status ?? 200);
  } catch (error) {
    if (error instanceof Response) return error.status;
    throw error;
  }
}

test("there are pages to guard", () => {
  expect(guarded.length).toBeGreaterThan(60);
});

describe("whoever is not signed in is sent to the sign-in, by every loader and action", () => {
  for (const { path, kind, call } of guarded)
    test(`${kind} of ${path.replace("/app/routes/", "")}`, async () => {
      expect(await statusOf(call, kind, anonymous)).toBe(302);
    });
});

describe("a person without a staff role is refused by every loader and action of staff, and it is recorded", () => {
  for (const { path, kind, call } of guarded.filter((one) => one.path.includes("/staff/")))
    test(`${kind} of ${path.replace("/app/routes/", "")}`, async () => {
      const person: Person = await makePerson();
      expect(await statusOf(call, kind, person)).toBe(403);
      expect(await db().auditEvent.count({ where: { event: "access.refused", actorId: person.id } })).toBe(1);
    });
});

describe("staff who owe their second factor are sent to give it", () => {
  for (const { path, kind, call } of guarded.filter((one) => one.path.includes("/staff/")))
    test(`${kind} of ${path.replace("/app/routes/", "")}`, async () => {
      const person: Person = { ...(await makePerson()), owesSecondFactor: true };
      expect(await statusOf(call, kind, person)).toBe(302);
    });
});
