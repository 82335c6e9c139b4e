import { expect, test } from "vitest";
import { parseEnv } from "~/platform/env";

function sentenceOf(source: Record<string, string>) {
  const parsed = parseEnv(source);
  return parsed.ok ? undefined : parsed.sentence;
}

test("without any variable it is the embedded demonstration on port 3000", () => {
  const parsed = parseEnv({});
  expect(parsed).toMatchObject({
    ok: true,
    env: {
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      STARTER: "demo",
      STAFF_SECOND_FACTOR: "optional",
      WORKER: "inline",
    },
  });
});

test("with a real database there is no starter content and staff need a second factor", () => {
  expect(parseEnv({ DATABASE_URL: "postgresql://db/p2c" })).toMatchObject({
    env: { STARTER: "none", STAFF_SECOND_FACTOR: "required" },
  });
});

test("the address follows the port, and an empty variable counts as unset", () => {
  expect(parseEnv({ PORT: "4567", APP_URL: "" })).toMatchObject({ env: { APP_URL: "http://localhost:4567" } });
});

test.each([
  [{ PORT: "http" }, "The variable PORT must be a port number."],
  [{ PORT: "70000" }, "The variable PORT must be between 1 and 65535."],
  [{ WORKER: "sometimes" }, "The variable WORKER must be one of inline, off, only."],
  [{ APP_URL: "pledges.example" }, "The variable APP_URL must be an address that begins with http:// or https://."],
  [{ DATABASE_URL: "mysql://db" }, "The variable DATABASE_URL must be an address that begins with postgresql://."],
  [{ AUDIT_KEY: "short" }, "The variable AUDIT_KEY must have at least 32 characters."],
  [{ RESEND_API_KEY: "re_1" }, "The variable MAIL_FROM must be set when RESEND_API_KEY is set."],
  [{ DATABASE_OWNER_URL: "postgresql://db" }, "The variable DATABASE_OWNER_URL needs DATABASE_URL as well."],
])("a wrong value is one sentence: %o", (source, sentence) => {
  expect(sentenceOf(source as Record<string, string>)).toBe(sentence);
});

test("staff may go without a second factor only beside demo accounts", () => {
  const source = { DATABASE_URL: "postgresql://db/p2c", STAFF_SECOND_FACTOR: "optional" };
  expect(sentenceOf(source)).toMatch(/^The variable STAFF_SECOND_FACTOR may be "optional" only/);
});
