import type { Actor, Person } from "~/access/actor";
import { anonymous } from "~/access/actor";
import { command, type Run } from "~/access/command.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import type { Language } from "~/platform/i18n/languages";
import { msg } from "~/platform/i18n/message";
import { countTry } from "~/platform/rate-limit.server";
import { PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";
import { openLink, spendLink } from "../links/transitions.server";
import { checkOwnPassword } from "../password/commands.server";

/** Runs a change of one's own account. Staff who owe their second factor change nothing yet. */
function changeOwn<T>(actor: Person, work: (run: Run) => Promise<T>): Promise<T> {
  return command({ actor, name: "account.change_own", subject: { accountId: actor.id } }, (run) => {
    if (actor.owesSecondFactor) throw new Refused("account.change_own");
    return work(run);
  });
}

const ofAccount = (id: string) => ({ subjectType: "account", subjectId: id });

/** Changes how a person is called, the language of their mails and the zone of their times. */
export const changeProfile = (actor: Person, values: { name: string; language: Language; timeZone: string }) =>
  changeOwn(actor, async (run) => {
    await run.tx.account.update({ where: { id: actor.id }, data: values });
    // Names do not belong in the trail (R33).
    const { language, timeZone } = values;
    run.record({ event: "account.profile_changed", ...ofAccount(actor.id), data: { language, timeZone } });
  });

/** Accepts the present terms and privacy notice (R33). */
export const acceptTerms = (actor: Person) =>
  changeOwn(actor, async (run) => {
    const versions = { termsVersion: TERMS_VERSION, privacyVersion: PRIVACY_VERSION };
    await run.tx.account.update({ where: { id: actor.id }, data: { ...versions, termsAcceptedAt: run.now } });
    run.record({ event: "account.terms_accepted", ...ofAccount(actor.id), data: versions });
  });

/** Chooses the one organisation that is active in this session (R10). Throws `Refused` for one the person does not belong to. */
export const setActiveOrganisation = (actor: Person, organisationId: string) =>
  changeOwn(actor, async (run) => {
    if (!actor.memberships.some((membership) => membership.organisationId === organisationId))
      throw new Refused("account.change_own", { organisationId });
    await run.tx.session.updateMany({ where: { id: actor.sessionId }, data: { activeOrganisationId: organisationId } });
  });

/**
 * Asks for another address: a link goes to it, and nothing changes until it is used. An address that is taken gets the same answer.
 * Throws `Invalid` for a wrong password, `TooMany`.
 */
export async function requestEmailChange(
  actor: Person,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await checkOwnPassword(actor, password);
  await countTry("mail_address", email);
  await changeOwn(actor, async (run) => {
    run.record({ event: "account.email_change_requested", ...ofAccount(actor.id) });
    run.enqueue("account_mail", { kind: "change_email", accountId: actor.id, email });
  });
}

/** Whether the link of a change of address, or of its undoing, still works. Changes nothing. */
export const isEmailLink = async (secret: string, kind: "change_email" | "undo_change_email"): Promise<boolean> =>
  (await openLink(secret, [kind])) !== null;

/** Uses the new address from now on. The old one is told, and can undo it for 72 hours. Throws `Conflict`. */
export async function confirmEmailChange(actor: Actor, secret: string): Promise<void> {
  await command({ actor, name: "account.confirm" }, async (run) => {
    const link = await spendLink(run.tx, secret, ["change_email"]);
    const before = await run.tx.account.findUniqueOrThrow({ where: { id: link.accountId } });
    await takeAddress(run, link);
    run.record({ event: "account.email_changed", ...ofAccount(link.accountId) });
    run.enqueue("account_mail", { kind: "email_changed", accountId: link.accountId, email: before.email });
  });
}

/** Goes back to the address before, signs everybody out, and stops every link that is under way. Throws `Conflict`. */
export async function undoEmailChange(secret: string): Promise<void> {
  await command({ actor: anonymous, name: "account.confirm" }, async (run) => {
    const link = await spendLink(run.tx, secret, ["undo_change_email"]);
    await takeAddress(run, link);
    await run.tx.session.deleteMany({ where: { accountId: link.accountId } });
    const underWay = {
      accountId: link.accountId,
      usedAt: null,
      kind: { in: ["reset" as const, "change_email" as const] },
    };
    await run.tx.emailToken.updateMany({ where: underWay, data: { usedAt: run.now } });
    run.record({ event: "account.email_change_undone", ...ofAccount(link.accountId) });
    if (link.email) run.enqueue("account_mail", { kind: "reset", email: link.email });
  });
}

async function takeAddress(run: Run, link: { accountId: string; email: string | null }): Promise<void> {
  const email = link.email ?? "";
  const owner = await run.tx.account.findUnique({ where: { email } });
  if (!email || (owner && owner.id !== link.accountId)) throw new Conflict("accounts:error.email_taken");
  const { count } = await run.tx.account.updateMany({
    where: { id: link.accountId, state: "active" },
    data: { email },
  });
  if (count !== 1) throw new Conflict("accounts:error.link");
}

/**
 * Deletes one's own account: name and address are removed, roles and memberships end; the trail keeps the id only, so that it still verifies
 * (R33). Refused for the last lead of an organisation. Throws `Invalid`, `TooMany`.
 */
export async function deleteAccount(actor: Person, password: string): Promise<void> {
  await checkOwnPassword(actor, password);
  await command({ actor, name: "account.delete_own", subject: { accountId: actor.id } }, async (run) => {
    if (actor.owesSecondFactor) throw new Refused("account.delete_own");
    await refuseLastLead(run, actor);
    await refuseLastAdministrator(run, actor.id);
    const whose = { where: { accountId: actor.id } };
    await run.tx.session.deleteMany(whose);
    await run.tx.emailToken.deleteMany(whose);
    await run.tx.recoveryCode.deleteMany(whose);
    await run.tx.totp.deleteMany(whose);
    await run.tx.staffRoleGrant.deleteMany(whose);
    await run.tx.staffRoleProposal.deleteMany(whose);
    await run.tx.mail.deleteMany(whose);
    await run.tx.invitation.deleteMany({ where: { OR: [{ accountId: actor.id }, { email: actor.email }] } });
    // What they sent as lead is taken back, as when a lead leaves.
    await run.tx.invitation.updateMany({
      where: { createdBy: actor.id, state: "sent" },
      data: { state: "revoked", endedAt: run.now, hash: null },
    });
    await run.tx.membership.updateMany({ where: { accountId: actor.id, endedAt: null }, data: { endedAt: run.now } });
    await run.tx.account.update({
      where: { id: actor.id },
      data: { state: "deleted", name: "Former user", email: `${actor.id}@deleted.invalid`, passwordHash: null },
    });
    run.record({ event: "account.deleted", ...ofAccount(actor.id) });
  });
}

async function refuseLastLead(run: Run, actor: Person): Promise<void> {
  for (const { organisationId, organisationName, role } of actor.memberships) {
    if (role !== "lead") continue;
    // Two leads who leave at the same instant must not both find the other.
    await run.tx.$queryRaw`SELECT 1 FROM organisations WHERE id = ${organisationId}::uuid FOR UPDATE`;
    const others = await run.tx.membership.count({
      where: {
        organisationId,
        role: "lead",
        endedAt: null,
        accountId: { not: actor.id },
        account: { state: "active" },
      },
    });
    if (others === 0) throw new Invalid({ "": [msg("accounts:error.last_lead", { organisation: organisationName })] });
  }
}

async function refuseLastAdministrator(run: Run, accountId: string): Promise<void> {
  const administrator = { some: { role: "administrator" as const } };
  const own = await run.tx.account.count({ where: { id: accountId, staffRoles: administrator } });
  const others = await run.tx.account.count({
    where: { id: { not: accountId }, state: "active", staffRoles: administrator },
  });
  if (own > 0 && others === 0) throw new Invalid({ "": [msg("accounts:error.last_administrator")] });
}
