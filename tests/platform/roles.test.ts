import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAppRole } from "~/platform/db/app-role.server";
import { useDatabase } from "../support/database";

const database = useDatabase();

describe("the application's own role", () => {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  test.each([
    "update audit_events set event = 'x'",
    "delete from audit_events",
    "truncate audit_events",
    "alter table audit_events disable trigger all",
    "create table intruder (id int)",
    "select graphile_worker.add_job('x')",
    "set role p2c_owner",
  ])("may not %s", async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
  });

  test("may enqueue a job through the one function for it", async () => {
    await expect(app.query("select app.enqueue('nothing', '{}'::json)")).resolves.toBeTruthy();
  });
});

test("even the owner may not change or empty the audit trail", async () => {
  await expect(database.owner.query("truncate audit_events")).rejects.toThrow();
});

test("words of every script are lowered, and quotation marks are no letters", async () => {
  const { rows } = await database.owner.query(
    "select lower('ÉCOLE ЯЗЫК') as low, to_tsvector('simple', '«Связь»') as words",
  );
  expect(rows[0]).toEqual({ low: "école язык", words: "'связь':1" });
});

describe("on a real server", () => {
  const login = `keeper_${Math.random().toString(36).slice(2)}`;
  afterAll(() => database.owner.query(`drop role if exists ${login}`));

  test("an owner who may hand the role on works through it", async () => {
    const url = await asAppRole(database.ownerUrl, database.ownerUrl);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("select current_user as name");
    await client.end();
    expect(rows[0].name).toBe("p2c_app");
  });

  test("the owner lends the role to another login; a login without it is told apart", async () => {
    await database.owner.query(`create role ${login} login password 'x'`);
    const own = new URL(database.ownerUrl);
    own.username = login;
    own.password = "x";
    expect(await asAppRole(own.href, own.href), "nobody to lend it").toBeUndefined();
    expect(await asAppRole(own.href, database.ownerUrl), "lent by the owner").toContain("role%3Dp2c_app");
  });
});
