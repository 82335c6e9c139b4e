import * as z from "zod";
import type { Person, StaffRole } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import type { Permission } from "~/access/policy";
import type { Account } from "~/platform/db/generated/client";
import { Conflict, found, NotFound } from "~/platform/errors";

/** Roles that one administrator cannot give alone (R10). */
export const weightyRoles: readonly StaffRole[] = ["approver", "administrator"];

interface Change {
  accountId: string;
  role: StaffRole;
}

/** Locks the account and runs a change of it. Nobody changes their own: the policy says so, and is asked here on the locked row. */
function change<T>(
  actor: Person,
  name: Permission,
  id: string,
  work: (run: Run, account: Account) => Promise<T>,
): Promise<T> {
  return command({ actor, name, subject: { accountId: id } }, async (run) => {
    if (!z.uuid().safeParse(id).success) throw new NotFound();
    await run.tx.$queryRaw`SELECT 1 FROM accounts WHERE id = ${id}::uuid FOR UPDATE`;
    return await work(run, found(await run.tx.account.findUnique({ where: { id } })));
  });
}

const about = ({ accountId, role }: Change, event: string) => ({
  event,
  subjectType: "account",
  subjectId: accountId,
  accountId,
  data: { role },
});

/**
 * Gives a staff role. Approvers and administrators need the agreement of a second administrator, so that it is only proposed; the only
 * administrator there is may appoint one other (R10). Throws `Conflict` for an account that is not active, `Refused` for one's own.
 */
export const giveRole = (actor: Person, wanted: Change): Promise<"granted" | "proposed"> =>
  change(actor, "account.change_staff_roles", wanted.accountId, async (run, account) => {
    if (account.state !== "active") throw new Conflict("accounts:error.not_active");
    if (weightyRoles.includes(wanted.role) && !(await mayAppointAlone(run, actor, wanted.role))) {
      const proposed = await run.tx.staffRoleProposal.createMany({
        data: [{ ...wanted, proposedBy: actor.id, proposedAt: run.now }],
        skipDuplicates: true,
      });
      if (proposed.count > 0) run.record({ ...about(wanted, "account.role_proposed"), tell: ["administrators"] });
      return "proposed";
    }
    await grant(run, wanted, actor.id);
    return "granted";
  });

async function mayAppointAlone(run: Run, actor: Person, role: StaffRole): Promise<boolean> {
  if (role !== "administrator") return false;
  // Two appointments at the same instant wait for each other.
  await run.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
  const others = await run.tx.staffRoleGrant.count({
    where: { role: "administrator", accountId: { not: actor.id }, account: { state: "active" } },
  });
  return others === 0;
}

async function grant(run: Run, wanted: Change, grantedBy: string | null): Promise<void> {
  const given = await run.tx.staffRoleGrant.createMany({
    data: [{ ...wanted, grantedBy, grantedAt: run.now }],
    skipDuplicates: true,
  });
  if (given.count === 0) return;
  await endSessionsOf(run, wanted.accountId);
  run.record({ ...about(wanted, "account.role_granted"), tell: ["subject_account"] });
}

// A session was opened with the rights of that time: sessions of staff are shorter, and need a second factor.
const endSessionsOf = (run: Run, accountId: string) => run.tx.session.deleteMany({ where: { accountId } });

/** Agrees to a role that another administrator proposed. Throws `Conflict` for one's own proposal or one that is gone. */
export const confirmRole = (actor: Person, wanted: Change): Promise<void> =>
  change(actor, "account.change_staff_roles", wanted.accountId, async (run, account) => {
    if (account.state !== "active") throw new Conflict("accounts:error.not_active");
    const { accountId, role } = wanted;
    const taken = await run.tx.staffRoleProposal.deleteMany({
      where: { accountId, role, proposedBy: { not: actor.id } },
    });
    if (taken.count !== 1) throw new Conflict("accounts:error.second_administrator");
    await grant(run, wanted, actor.id);
  });

/** Takes a proposal off the table; the one who made it may as well. */
export const rejectRole = (actor: Person, wanted: Change): Promise<void> =>
  change(actor, "account.change_staff_roles", wanted.accountId, async (run) => {
    const { count } = await run.tx.staffRoleProposal.deleteMany({ where: wanted });
    if (count > 0) run.record(about(wanted, "account.role_rejected"));
  });

/** Takes a staff role away; the person is signed out at once. */
export const revokeRole = (actor: Person, wanted: Change): Promise<void> =>
  change(actor, "account.change_staff_roles", wanted.accountId, async (run) => {
    const { count } = await run.tx.staffRoleGrant.deleteMany({ where: wanted });
    if (count === 0) return;
    await endSessionsOf(run, wanted.accountId);
    run.record({ ...about(wanted, "account.role_revoked"), tell: ["subject_account"] });
  });

/** Suspends an account: out on the next request, and no way in. The reason is kept beside the trail. Throws `Conflict`. */
export const suspendAccount = (actor: Person, accountId: string, reason: string): Promise<void> =>
  change(actor, "account.suspend", accountId, async (run) => {
    await setState(run, accountId, "active", "suspended");
    await endSessionsOf(run, accountId);
    run.record({ event: "account.suspended", subjectType: "account", subjectId: accountId, reason });
  });

/** Lets a suspended person in again. Throws `Conflict`. */
export const restoreAccount = (actor: Person, accountId: string): Promise<void> =>
  change(actor, "account.suspend", accountId, async (run) => {
    await setState(run, accountId, "suspended", "active");
    run.record({ event: "account.restored", subjectType: "account", subjectId: accountId });
  });

async function setState(run: Run, id: string, from: "active" | "suspended", to: "active" | "suspended"): Promise<void> {
  const { count } = await run.tx.account.updateMany({ where: { id, state: from }, data: { state: to } });
  if (count !== 1) throw new Conflict();
}

/** Removes a lost second factor; the person is signed out and sets up another (R33). */
export const resetSecondFactor = (actor: Person, accountId: string): Promise<void> =>
  change(actor, "account.reset_second_factor", accountId, (run) => removeSecondFactor(run, accountId));

/** The same for `npm run admin -- reset-factor`, which has no second administrator to ask. */
export async function removeSecondFactor(run: Run, accountId: string): Promise<void> {
  await run.tx.totp.deleteMany({ where: { accountId } });
  await run.tx.recoveryCode.deleteMany({ where: { accountId } });
  await endSessionsOf(run, accountId);
  run.record({ event: "account.second_factor_reset", subjectType: "account", subjectId: accountId });
  run.enqueue("account_mail", { kind: "factor_changed", accountId });
}
