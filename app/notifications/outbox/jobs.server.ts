import * as z from "zod";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Job } from "~/platform/jobs.server";
import { MailRefused, sendMail } from "~/platform/mail.server";
import { secretTemplates } from "../model";

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * Sends one message of the outbox. What was sent is not sent again; between the provider's answer and our note of it, its idempotency key
 * prevents a second message. A busy or broken provider is tried again later; a refusal, or the last try, ends as `failed`.
 */
export async function sendOne(payload: unknown, job: Job): Promise<void> {
  const { mailId } = payloadSchema.parse(payload);
  const mail = await db().mail.findUnique({ where: { id: mailId } });
  if (mail?.state !== "queued") return;
  const { id, recipient: to, subject, html, text } = mail;
  try {
    const { providerId } = await sendMail({ id, to, subject, html, text });
    const emptied = secretTemplates.includes(mail.template) ? { html: "", text: "" } : {};
    await db().mail.update({
      where: { id },
      data: { state: "sent", providerId, sentAt: now(), attempts: { increment: 1 }, lastError: null, ...emptied },
    });
  } catch (error) {
    const refused = error instanceof MailRefused;
    await db().mail.update({
      where: { id },
      data: {
        attempts: { increment: 1 },
        lastError: (error as Error).message.slice(0, 500),
        ...(refused || job.lastTry ? { state: "failed" as const } : {}),
      },
    });
    if (!refused) throw error;
  }
}
