import { Resend } from "resend";
import { env } from "./env";

export interface Message {
  /** Our own id of the message. The provider sends the same id once, however often it is asked. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** The provider will never take this message: trying again is of no use. */
export class MailRefused extends Error {}

/** Whether a provider is configured. Without one, messages are kept and can be read by staff. */
export const mailIsConfigured = (): boolean => Boolean(env.RESEND_API_KEY);

// A provider that accepts the connection and then says nothing must not hold a worker.
const PATIENCE_MS = 20_000;

/**
 * Hands one message to the provider and answers its id there. Throws `MailRefused` where another try is of no use, and any other error
 * where it is (busy, broken, out of reach).
 */
export async function sendMail({ id, to, subject, html, text }: Message): Promise<{ providerId: string }> {
  const resend = new Resend(env.RESEND_API_KEY, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : undefined);
  const message = { from: env.MAIL_FROM, to: [to], subject, html, text };
  const { data, error } = await patiently(resend.emails.send(message, { idempotencyKey: id }));
  if (data) return { providerId: data.id };
  const { statusCode, name } = error;
  const hopeless =
    statusCode !== null && statusCode >= 400 && statusCode < 500 && ![408, 409, 425, 429].includes(statusCode);
  // Of what the provider says only the kind is kept: its sentences can repeat the address.
  const said = `${name}${statusCode ? ` (${statusCode})` : ""}`;
  throw hopeless ? new MailRefused(said) : new Error(said);
}

async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the mail provider does not answer")), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
