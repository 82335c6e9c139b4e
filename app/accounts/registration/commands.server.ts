import { anonymous, type StaffRole, systemActor } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import type { Language } from "~/platform/i18n/languages";
import { countTry } from "~/platform/rate-limit.server";
import { PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";
import { openLink, spendLink } from "../links/transitions.server";
import { passwordFault } from "../password/model";
import { hashPassword, passwordFits } from "../password/transitions.server";
import { isTimeZone } from "../schema";
import { openSession } from "../session.server";

export interface Registration {
  name: string;
  email: string;
  password: string;
  language: Language;
  timeZone?: string;
  ip: string;
}

/**
 * Registers an account that waits for its address to be confirmed. An address that is known already gets the same answer in the same time;
 * the mail that follows tells its owner which of the two it was. Throws `Invalid` for a weak password, `TooMany`.
 */
export async function registerAccount({ name, email, password, language, timeZone, ip }: Registration): Promise<void> {
  const fault = passwordFault(password, email);
  if (fault) throw new Invalid({ password: [fault] });
  await countTry("registration_network", ip);
  await countTry("mail_address", email);
  const passwordHash = await hashPassword(password);
  await command({ actor: anonymous, name: "account.register" }, async (run) => {
    const known = await run.tx.account.findUnique({ where: { email } });
    const values = {
      name,
      passwordHash,
      language,
      timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
      termsVersion: TERMS_VERSION,
      privacyVersion: PRIVACY_VERSION,
      termsAcceptedAt: run.now,
    };
    // Until an address is confirmed nobody owns the account: the last attempt counts, and confirming asks for its password.
    if (known?.state === "unconfirmed") await run.tx.account.update({ where: { id: known.id }, data: values });
    else if (!known) await create(run, { ...values, email });
    run.enqueue("account_mail", { kind: "registered", email });
  });
}

async function create(run: Run, values: { email: string; name: string; passwordHash: string; language: string }) {
  const account = await run.tx.account.create({ data: { ...values, createdAt: run.now } });
  run.record({ event: "account.registered", subjectType: "account", subjectId: account.id });
}

/** Whether the link of a confirmation mail still works. Changes nothing. */
export const isConfirmable = async (secret: string): Promise<boolean> => (await openLink(secret, ["confirm"])) !== null;

/**
 * Confirms an address by the link that was sent to it and the password chosen at registration, and signs in. The password is asked for
 * because somebody else may have registered the address. Throws `Conflict` for a used or expired link, `Invalid`, `TooMany`.
 */
export async function confirmEmail(input: {
  secret: string;
  password: string;
  ip: string;
  userAgent: string | null;
}): Promise<{ cookie: string }> {
  const { secret, password, ip, userAgent } = input;
  await countTry("sign_in_network", ip);
  const link = await openLink(secret, ["confirm"]);
  const account = link && (await db().account.findUnique({ where: { id: link.accountId } }));
  if (account) await countTry("sign_in_address", account.email, "accounts:error.locked");
  if (account && !(await passwordFits(account.passwordHash, password)))
    throw new Invalid({ password: ["accounts:error.confirm_password"] });
  return await command({ actor: anonymous, name: "account.confirm" }, async (run) => {
    const { accountId } = await spendLink(run.tx, secret, ["confirm"]);
    await run.tx.account.update({ where: { id: accountId }, data: { state: "active", emailConfirmedAt: run.now } });
    run.record({ event: "account.confirmed", subjectType: "account", subjectId: accountId });
    return { cookie: await openSession(run.tx, { accountId, staff: false, userAgent }) };
  });
}

export interface DemoAccount {
  id?: string;
  name: string;
  email: string;
  password: string;
  language: Language;
  timeZone?: string;
  staffRoles?: readonly StaffRole[];
}

/** A demo account of the starter content: confirmed, marked as demo for ever, with its staff roles (R16). Answers its id. */
export async function createDemoAccount(demo: DemoAccount): Promise<{ id: string }> {
  const { staffRoles = [], password, ...values } = demo;
  const passwordHash = await hashPassword(password);
  return await command({ actor: systemActor("starter"), name: "starter.load" }, async (run) => {
    const account = await run.tx.account.create({
      data: {
        timeZone: "UTC",
        ...values,
        passwordHash,
        state: "active",
        demo: true,
        termsVersion: TERMS_VERSION,
        privacyVersion: PRIVACY_VERSION,
        termsAcceptedAt: run.now,
        emailConfirmedAt: run.now,
        createdAt: run.now,
        staffRoles: { create: staffRoles.map((role) => ({ role, grantedAt: run.now })) },
      },
    });
    run.record({ event: "account.registered", subjectType: "account", subjectId: account.id, data: { demo: true } });
    for (const role of staffRoles)
      run.record({ event: "account.role_granted", subjectType: "account", subjectId: account.id, data: { role } });
    return { id: account.id };
  });
}
