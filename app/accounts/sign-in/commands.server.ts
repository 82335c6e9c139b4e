import { type Actor, actorId, type Person } from "~/access/actor";
import { command } from "~/access/command.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { Invalid } from "~/platform/errors";
import { countTry, forgetTries } from "~/platform/rate-limit.server";
import { passwordFits } from "../password/transitions.server";
import { openSession } from "../session.server";

export interface SignIn {
  /** Whoever the browser is signed in as already: that session is replaced. */
  actor: Actor;
  email: string;
  password: string;
  /** The asker's network address. */
  ip: string;
  userAgent: string | null;
}

export interface SignedIn {
  cookie: string;
  staff: boolean;
  /** Staff who must give their second factor before they act as such. */
  owesSecondFactor: boolean;
}

/**
 * Signs a person in and answers the cookie. Unknown address, wrong password and unfinished registration get the same answer in the same
 * time; ten tries within 15 minutes lock the address until they are over or the password was set anew. Throws `Invalid`, `TooMany`.
 */
export async function signIn({ actor, email, password, ip, userAgent }: SignIn): Promise<SignedIn> {
  await countTry("sign_in_network", ip);
  await countTry("sign_in_address", email, "accounts:error.locked");
  const account = await db().account.findUnique({ where: { email }, include: { staffRoles: true, totp: true } });
  const fits = await passwordFits(account?.passwordHash, password);
  if (!account || !fits || account.state === "deleted") throw new Invalid({ "": ["accounts:error.sign_in"] });
  // Said only to those who know the password.
  if (account.state !== "active") throw new Invalid({ "": [`accounts:error.${account.state}`] });
  await forgetTries("sign_in_address", email);
  const staff = account.staffRoles.length > 0;
  const replaces = actor.kind === "person" ? actor.sessionId : undefined;
  const cookie = await command({ actor, name: "account.sign_in" }, async (run) => {
    run.record({ event: "account.signed_in", subjectType: "account", subjectId: account.id });
    return await openSession(run.tx, { accountId: account.id, staff, userAgent, replaces });
  });
  const owesSecondFactor = staff && (env.STAFF_SECOND_FACTOR === "required" || Boolean(account.totp?.confirmedAt));
  return { cookie, staff, owesSecondFactor };
}

/** Ends the session of this request. */
export async function signOut(actor: Person): Promise<void> {
  await command({ actor, name: "account.sign_out" }, async (run) => {
    await run.tx.session.deleteMany({ where: { id: actor.sessionId } });
    run.record({ event: "account.signed_out", subjectType: "account", subjectId: actorId(actor) });
  });
}

/** Ends one of one's own sessions, or all but this one. */
export async function endSessions(actor: Person, session?: string): Promise<void> {
  await command({ actor, name: "account.change_own", subject: { accountId: actor.id } }, async (run) => {
    const which = session ? { id: session } : { id: { not: actor.sessionId } };
    const { count } = await run.tx.session.deleteMany({ where: { accountId: actor.id, ...which } });
    if (count > 0)
      run.record({ event: "account.sessions_ended", subjectType: "account", subjectId: actor.id, data: { count } });
  });
}
