import { now } from "~/platform/clock";
import type { Tx } from "~/platform/db/client.server";
import { mailIsConfigured } from "~/platform/mail.server";
import { renderLetter } from "../emails.server";
import type { Letter } from "../model";

export interface Outgoing {
  /** The same key is written once, however often a job runs. */
  dedupeKey: string;
  accountId: string | null;
  recipient: string;
  template: string;
  letter: Letter;
}

/** Puts one message into the outbox and asks for it to be sent. Without a provider it is kept, to be read by staff. */
export async function writeMail(tx: Tx, { letter, ...outgoing }: Outgoing): Promise<void> {
  const parts = await renderLetter(letter);
  const configured = mailIsConfigured();
  const rows = await tx.mail.createManyAndReturn({
    data: [{ ...outgoing, ...parts, language: letter.lang, state: configured ? "queued" : "kept", createdAt: now() }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!configured) return;
  for (const { id } of rows) await requestSending(tx, id);
}

/** Asks the worker to send one message of the outbox; asking twice is asking once. */
export async function requestSending(tx: Tx, mailId: string): Promise<void> {
  await tx.$executeRaw`SELECT app.enqueue('send_mail', ${JSON.stringify({ mailId })}::json, ${`send_mail:${mailId}`})`;
}
