import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { Conflict, found } from "~/platform/errors";
import { makeLink } from "../links/transitions.server";
import { removeSecondFactor } from "../staff/commands.server";

const actor = systemActor("admin command");

/**
 * Makes the first administrator of a server and answers the secret of a link that sets their password. May be repeated for the same address
 * until that happened. Throws `Conflict` when another administrator can sign in: they appoint others (R10).
 */
export const createFirstAdministrator = (email: string): Promise<{ secret: string }> =>
  command({ actor, name: "account.change_staff_roles", subject: {} }, async (run) => {
    await run.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
    const others = await run.tx.staffRoleGrant.count({
      where: {
        role: "administrator",
        account: { state: "active", passwordHash: { not: null }, demo: false, email: { not: email } },
      },
    });
    if (others > 0) throw new Conflict("accounts:error.has_administrator");
    const known = await run.tx.account.findUnique({ where: { email } });
    const account =
      known ??
      (await run.tx.account.create({ data: { email, name: email.split("@")[0] ?? email, createdAt: run.now } }));
    const given = await run.tx.staffRoleGrant.createMany({
      data: [{ accountId: account.id, role: "administrator", grantedAt: run.now }],
      skipDuplicates: true,
    });
    const entry = { subjectType: "account", subjectId: account.id, data: { role: "administrator" } };
    if (given.count > 0) run.record({ event: "account.role_granted", ...entry });
    await run.tx.session.deleteMany({ where: { accountId: account.id } });
    return { secret: await makeLink(run.tx, { kind: "first_administrator", accountId: account.id }) };
  });

/** Removes the second factor of the account with this address: for when no other administrator can (R33). Throws `NotFound`. */
export const resetFactorOf = (email: string): Promise<void> =>
  command({ actor, name: "account.reset_second_factor", subject: {} }, async (run) => {
    const account = found(await run.tx.account.findUnique({ where: { email } }));
    await removeSecondFactor(run, account.id);
  });
