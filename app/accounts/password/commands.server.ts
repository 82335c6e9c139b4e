import { type Actor, anonymous, type Person } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { countTry, forgetTries } from "~/platform/rate-limit.server";
import { openLink, spendLink } from "../links/transitions.server";
import { openSession } from "../session.server";
import { passwordFault } from "./model";
import { hashPassword, passwordFits } from "./transitions.server";

const kinds = ["reset", "first_administrator"] as const;

/**
 * Sends a link to set a new password, if the address is known; nobody can tell from the answer or its time. The account is looked up when
 * the mail is written, not here. Throws `TooMany`.
 */
export async function requestPasswordReset({ email, ip }: { email: string; ip: string }): Promise<void> {
  await countTry("mail_network", ip);
  await countTry("mail_address", email);
  await command({ actor: anonymous, name: "account.reset_password" }, async (run) => {
    run.enqueue("account_mail", { kind: "reset", email });
  });
}

/** Whether the link still works. Changes nothing. */
export const isResettable = async (secret: string): Promise<boolean> => (await openLink(secret, kinds)) !== null;

/**
 * Sets a new password by the link of a mail. All sessions end and tries are forgotten: this is the way out of a lock. The address counts as
 * confirmed, for the link came there. Throws `Conflict` for a used or expired link, `Invalid` for a weak password.
 */
export async function resetPassword({ secret, password }: { secret: string; password: string }): Promise<void> {
  const link = await openLink(secret, kinds);
  const account = link && (await db().account.findUnique({ where: { id: link.accountId } }));
  if (!account || account.state === "deleted") throw new Conflict("accounts:error.link");
  const fault = passwordFault(password, account.email);
  if (fault) throw new Invalid({ password: [fault] });
  const passwordHash = await hashPassword(password);
  await command({ actor: anonymous, name: "account.reset_password" }, async (run) => {
    await spendLink(run.tx, secret, kinds);
    const waiting = account.state === "unconfirmed";
    await run.tx.account.updateMany({
      where: { id: account.id, state: account.state },
      data: { passwordHash, ...(waiting ? { state: "active" as const, emailConfirmedAt: run.now } : {}) },
    });
    await run.tx.session.deleteMany({ where: { accountId: account.id } });
    run.record({ event: "account.password_reset", subjectType: "account", subjectId: account.id });
    tell(run, account.id);
  });
  await forgetTries("sign_in_address", account.email);
}

/** Changes one's own password; every other session ends and this one is replaced. Throws `Invalid`, `TooMany`. */
export async function changePassword(
  actor: Person,
  { current, password, userAgent }: { current: string; password: string; userAgent: string | null },
): Promise<{ cookie: string }> {
  await checkOwnPassword(actor, current, "current");
  const fault = passwordFault(password, actor.email);
  if (fault) throw new Invalid({ password: [fault] });
  const passwordHash = await hashPassword(password);
  return await command({ actor, name: "account.change_own", subject: { accountId: actor.id } }, async (run) => {
    const before = await run.tx.session.findUnique({ where: { id: actor.sessionId } });
    await run.tx.account.update({ where: { id: actor.id }, data: { passwordHash } });
    await run.tx.session.deleteMany({ where: { accountId: actor.id } });
    run.record({ event: "account.password_changed", subjectType: "account", subjectId: actor.id });
    tell(run, actor.id);
    const keeps = { secondFactorAt: before?.secondFactorAt, activeOrganisationId: before?.activeOrganisationId };
    return {
      cookie: await openSession(run.tx, { accountId: actor.id, staff: actor.staffRoles.length > 0, userAgent, keeps }),
    };
  });
}

const tell = (run: Run, accountId: string) => run.enqueue("account_mail", { kind: "password_changed", accountId });

/** Asks for one's own password again before something weighty. Throws `Invalid` on `field`, `TooMany`. */
export async function checkOwnPassword(
  actor: Actor & { kind: "person" },
  password: string,
  field = "password",
): Promise<void> {
  await countTry("sign_in_address", actor.email, "accounts:error.locked");
  const account = await db().account.findUnique({ where: { id: actor.id } });
  if (!(await passwordFits(account?.passwordHash, password)))
    throw new Invalid({ [field]: ["accounts:error.own_password"] });
  await forgetTries("sign_in_address", actor.email);
}
