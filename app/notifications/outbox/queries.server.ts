import type { Person } from "~/access/actor";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found } from "~/platform/errors";
import { formatInstant } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { mailIsConfigured } from "~/platform/mail.server";
import { secretTemplates } from "../model";

const ON_A_PAGE = 50;
export const mailStates = ["queued", "sent", "kept", "failed"] as const;
export type MailState = (typeof mailStates)[number];

export interface OutboxView {
  configured: boolean;
  state: MailState | null;
  q: string;
  total: number;
  page: number;
  pages: number;
  mails: { id: string; subject: string; language: string; recipient: string; state: MailState; at: string }[];
}

/** The outbox, newest first. `page` counts from 1. */
export async function listMails(
  actor: Person,
  asked: { q: string; state: MailState | null; page: number },
  lang: Language,
): Promise<OutboxView> {
  const q = asked.q.trim().slice(0, 200);
  const words = { contains: q, mode: "insensitive" as const };
  const where: Prisma.MailWhereInput = {
    ...(asked.state ? { state: asked.state } : {}),
    ...(q ? { OR: [{ recipient: words }, { subject: words }] } : {}),
  };
  const total = await db().mail.count({ where });
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await db().mail.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * ON_A_PAGE,
    take: ON_A_PAGE,
    omit: { html: true, text: true },
  });
  const mails = rows.map(({ id, subject, language, recipient, state, createdAt }) => ({
    id,
    subject,
    language,
    recipient,
    state,
    at: formatInstant(createdAt, lang, actor.timeZone),
  }));
  return { configured: mailIsConfigured(), state: asked.state, q, total, page, pages, mails };
}

export interface MailView {
  id: string;
  subject: string;
  language: string;
  recipient: string;
  state: MailState;
  created: string;
  sent: string | null;
  attempts: number;
  lastError: string | null;
  /** The plain text, or null where it opens an account and is not for others to read. */
  text: string | null;
  mayRetry: boolean;
}

/**
 * One message. A link that opens an account is shown to administrators only, and only where no provider can deliver it: there is no other way
 * to the first accounts of such a server. Throws `NotFound`.
 */
export async function getMail(actor: Person, id: string, lang: Language): Promise<MailView> {
  const row = found(/^[0-9a-f-]{36}$/.test(id) ? await db().mail.findUnique({ where: { id } }) : null);
  const secret = secretTemplates.includes(row.template);
  const shown = !secret || (row.state === "kept" && actor.staffRoles.includes("administrator"));
  const { subject, language, recipient, state, attempts, lastError } = row;
  return {
    id,
    subject,
    language,
    recipient,
    state,
    attempts,
    lastError,
    created: formatInstant(row.createdAt, lang, actor.timeZone),
    sent: row.sentAt && formatInstant(row.sentAt, lang, actor.timeZone),
    text: shown && row.text ? row.text : null,
    mayRetry: mailIsConfigured() && (state === "failed" || state === "kept") && row.html !== "",
  };
}
