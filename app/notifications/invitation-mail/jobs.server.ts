import * as z from "zod";
import { address } from "~/addresses";
import { makeInvitationLink } from "~/organisations/invitations/transitions.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { formatDay } from "~/platform/i18n/format";
import { isLanguage } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Job } from "~/platform/jobs.server";
import { writeMail } from "../outbox/transitions.server";

const payloadSchema = z.object({ invitationId: z.uuid() });

/**
 * Writes the mail of an invitation, in the language of its reader's account or else the one chosen for it. The secret of its link is made
 * here, in the same transaction: nothing else ever holds it (decision 0008).
 */
export async function writeInvitationMail(input: unknown, job: Job): Promise<void> {
  const { invitationId } = payloadSchema.parse(input);
  const dedupeKey = `invitation:${job.id}`;
  await db().$transaction(async (tx) => {
    if (await tx.mail.findUnique({ where: { dedupeKey }, select: { id: true } })) return;
    const secret = await makeInvitationLink(tx, invitationId);
    if (!secret) return;
    const row = await tx.invitation.findUniqueOrThrow({ where: { id: invitationId }, include: { organisation: true } });
    const account = await tx.account.findUnique({ where: { email: row.email } });
    const inviter = await tx.account.findUnique({ where: { id: row.createdBy } });
    const chosen = account?.state === "active" ? account.language : row.language;
    const lang = isLanguage(chosen) ? chosen : "en";
    const t = getT(lang, "invitations");
    const words = { organisation: row.organisation.shortName ?? row.organisation.officialName };
    const subject = t("mail.subject", words);
    await writeMail(tx, {
      dedupeKey,
      accountId: account?.id ?? null,
      recipient: row.email,
      template: "invitation",
      letter: {
        lang,
        subject,
        to: getT(lang, "notifications")("frame.to", { name: account?.name ?? row.email }),
        heading: subject,
        paragraphs: [
          t(`mail.text_${row.role}`, { ...words, name: inviter?.name ?? "–" }),
          t("mail.until", { date: formatDay(row.expiresAt, lang) }),
        ],
        button: { label: t("mail.button"), href: env.APP_URL + address.invitation(lang, secret) },
        why: t("mail.why", words),
      },
    });
  });
}
