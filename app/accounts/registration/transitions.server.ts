import type { Run } from "~/access/command.server";
import type { Language } from "~/platform/i18n/languages";
import { PRIVACY_VERSION, TERMS_VERSION } from "~/reference/legal";

export interface ConfirmedAccount {
  email: string;
  name: string;
  passwordHash: string;
  language: Language;
  timeZone: string;
}

/**
 * Opens an account whose address is confirmed already, by a link that was sent to it, and which has just accepted the terms. A registration
 * that was never confirmed is taken over: until then nobody owns it. Answers its id, or null if the address has an account.
 */
export async function openConfirmedAccount(run: Run, account: ConfirmedAccount): Promise<string | null> {
  const { email, ...values } = account;
  const known = await run.tx.account.findUnique({
    where: { email },
    include: { _count: { select: { staffRoles: true } } },
  });
  if (known && (known.state !== "unconfirmed" || known._count.staffRoles > 0)) return null;
  const data = {
    ...values,
    state: "active" as const,
    emailConfirmedAt: run.now,
    termsVersion: TERMS_VERSION,
    privacyVersion: PRIVACY_VERSION,
    termsAcceptedAt: run.now,
  };
  const { id } = known
    ? await run.tx.account.update({ where: { id: known.id }, data })
    : await run.tx.account.create({ data: { ...data, email, createdAt: run.now } });
  if (known) await run.tx.emailToken.updateMany({ where: { accountId: id, usedAt: null }, data: { usedAt: run.now } });
  else run.record({ event: "account.registered", subjectType: "account", subjectId: id });
  run.record({ event: "account.confirmed", subjectType: "account", subjectId: id });
  return id;
}
