import { createHash, randomBytes } from "node:crypto";
import { generateTOTP, getTOTPAuthUri, verifyTOTP } from "@epic-web/totp";
import type { Person } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { Invalid, Refused } from "~/platform/errors";
import { countTry, forgetTries } from "~/platform/rate-limit.server";
import { openSession } from "../session.server";

const PERIOD = 30;
const CODES = 10;

export interface SecondFactorOffer {
  /** Base32, to be typed into an authenticator. */
  secret: string;
  /** The same as an address that an authenticator on this device opens. */
  uri: string;
}

/** A secret for a new authenticator. Nothing is kept until its first code was given. */
export async function offerSecondFactor(actor: Person): Promise<SecondFactorOffer> {
  const { secret, period, digits, algorithm } = await generateTOTP({ period: PERIOD });
  return { secret, uri: uriOf(actor, secret, { period, digits, algorithm }) };
}

const uriOf = (actor: Person, secret: string, kind: { period: number; digits: number; algorithm: string }) =>
  getTOTPAuthUri({ ...kind, secret, accountName: actor.email, issuer: "Partner2Connect" });

/** Which 30 seconds `code` belongs to, if it is right for `secret`. */
async function stepOf(secret: string, code: string): Promise<bigint | null> {
  const present = Math.floor(Date.now() / 1000 / PERIOD);
  const found = await verifyTOTP({ otp: code, secret, period: PERIOD, window: 1 });
  return found ? BigInt(present + found.delta) : null;
}

const plain = (code: string) => code.replace(/[\s-]+/g, "").toLowerCase();
const hashOf = (accountId: string, code: string) =>
  createHash("sha256")
    .update(`${accountId} ${plain(code)}`)
    .digest("base64url");

/**
 * Turns the second factor on, proven by its first code, and answers ten recovery codes: the only time they can be read. Whoever has one
 * already must have given it in this session. Throws `Invalid`, `Refused`, `TooMany`.
 */
export async function setSecondFactor(
  actor: Person,
  { secret, code }: { secret: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  await countTry("second_factor", actor.id);
  const lastStep = await stepOf(secret, plain(code));
  if (lastStep === null) throw new Invalid({ code: ["accounts:error.code"] });
  await forgetTries("second_factor", actor.id);
  return await command({ actor, name: "account.give_second_factor" }, async (run) => {
    const existing = await run.tx.totp.findUnique({ where: { accountId: actor.id } });
    if (existing?.confirmedAt && actor.owesSecondFactor) throw new Refused("account.give_second_factor");
    const values = { secret, lastStep, confirmedAt: run.now };
    await run.tx.totp.upsert({
      where: { accountId: actor.id },
      create: { accountId: actor.id, ...values },
      update: values,
    });
    await run.tx.session.updateMany({ where: { id: actor.sessionId }, data: { secondFactorAt: run.now } });
    // Sessions elsewhere were opened without it.
    await run.tx.session.deleteMany({ where: { accountId: actor.id, id: { not: actor.sessionId } } });
    run.record({ event: "account.second_factor_set", subjectType: "account", subjectId: actor.id });
    run.enqueue("account_mail", { kind: "factor_changed", accountId: actor.id });
    return { recoveryCodes: await newRecoveryCodes(run, actor.id) };
  });
}

async function newRecoveryCodes(run: Run, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => (randomBytes(8).toString("hex").match(/.{4}/g) ?? []).join("-"));
  await run.tx.recoveryCode.deleteMany({ where: { accountId } });
  await run.tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, hash: hashOf(accountId, code) })) });
  return codes;
}

/** Uses a code up: a step of the authenticator, or a recovery code, is taken once, also of two at the same instant. */
async function spendCode(run: Run, accountId: string, code: string): Promise<boolean> {
  const totp = await run.tx.totp.findUnique({ where: { accountId } });
  if (!totp?.confirmedAt) return false;
  const step = /^\d{6}$/.test(plain(code)) ? await stepOf(totp.secret, plain(code)) : null;
  if (step !== null) {
    const spent = await run.tx.totp.updateMany({
      where: { accountId, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    return spent.count === 1;
  }
  const spent = await run.tx.recoveryCode.updateMany({
    where: { accountId, hash: hashOf(accountId, code), usedAt: null },
    data: { usedAt: run.now },
  });
  if (spent.count === 1)
    run.record({ event: "account.recovery_code_used", subjectType: "account", subjectId: accountId });
  return spent.count === 1;
}

/** The second step of signing in: the session is replaced by one that may act as staff. Throws `Invalid`, `TooMany`. */
export async function giveSecondFactor(
  actor: Person,
  { code, userAgent }: { code: string; userAgent: string | null },
): Promise<{ cookie: string }> {
  await countTry("second_factor", actor.id);
  const result = await command({ actor, name: "account.give_second_factor" }, async (run) => {
    if (!(await spendCode(run, actor.id, code))) throw new Invalid({ code: ["accounts:error.code"] });
    run.record({ event: "account.second_factor_given", subjectType: "account", subjectId: actor.id });
    const keeps = { secondFactorAt: run.now, activeOrganisationId: actor.activeOrganisationId };
    const opening = { accountId: actor.id, staff: true, userAgent, replaces: actor.sessionId, keeps };
    return { cookie: await openSession(run.tx, opening) };
  });
  await forgetTries("second_factor", actor.id);
  return result;
}

/** Ten new recovery codes instead of the earlier ones, for a code of the authenticator. Throws `Invalid`, `TooMany`. */
export async function renewRecoveryCodes(actor: Person, code: string): Promise<{ recoveryCodes: string[] }> {
  await countTry("second_factor", actor.id);
  return await command({ actor, name: "account.give_second_factor" }, async (run) => {
    if (!(await spendCode(run, actor.id, code))) throw new Invalid({ code: ["accounts:error.code"] });
    run.record({ event: "account.recovery_codes_renewed", subjectType: "account", subjectId: actor.id });
    run.enqueue("account_mail", { kind: "factor_changed", accountId: actor.id });
    return { recoveryCodes: await newRecoveryCodes(run, actor.id) };
  });
}

/** What the page about the second factor says of it. */
export async function getSecondFactor(actor: Person): Promise<{ since: Date | null; codesLeft: number }> {
  const totp = await db().totp.findUnique({ where: { accountId: actor.id } });
  const codesLeft = await db().recoveryCode.count({ where: { accountId: actor.id, usedAt: null } });
  return { since: totp?.confirmedAt ?? null, codesLeft };
}
