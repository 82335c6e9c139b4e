import * as z from "zod";
import { makeLink } from "~/accounts/links/transitions.server";
import { address } from "~/addresses";
import { db, type Tx } from "~/platform/db/client.server";
import type { Account, EmailToken } from "~/platform/db/generated/client";
import { env } from "~/platform/env";
import { isLanguage } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Job } from "~/platform/jobs.server";
import type { Letter } from "../model";
import { writeMail } from "../outbox/transitions.server";

const payloadSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["registered", "reset"]), email: z.string() }),
  z.object({ kind: z.enum(["change_email", "email_changed"]), accountId: z.uuid(), email: z.string() }),
  z.object({ kind: z.enum(["password_changed", "factor_changed"]), accountId: z.uuid() }),
]);
type Payload = z.output<typeof payloadSchema>;

type Template =
  | "confirm"
  | "known"
  | "reset"
  | "change_email"
  | "email_changed"
  | "password_changed"
  | "factor_changed";

/**
 * Writes the mail that an account is due. Whether the address is known is decided here, long after the answer was given. The secret of a link
 * is made here too, in the transaction that writes the mail: nothing else ever holds it.
 */
export async function writeAccountMail(input: unknown, job: Job): Promise<void> {
  const payload = payloadSchema.parse(input);
  const dedupeKey = `account:${job.id}`;
  await db().$transaction(async (tx) => {
    if (await tx.mail.findUnique({ where: { dedupeKey }, select: { id: true } })) return;
    const due = await whatIsDue(tx, payload);
    if (!due) return;
    const { account, template, recipient, link } = due;
    const secret = link && (await makeLink(tx, { kind: link, accountId: account.id, email: linkedAddress(payload) }));
    const letter = letterOf(account, template, secret);
    await writeMail(tx, { dedupeKey, accountId: account.id, recipient, template, letter });
  });
}

interface Due {
  account: Account;
  template: Template;
  recipient: string;
  link?: EmailToken["kind"];
}

async function whatIsDue(tx: Tx, payload: Payload): Promise<Due | null> {
  if (!("accountId" in payload)) {
    const account = await tx.account.findUnique({ where: { email: payload.email } });
    if (!account || account.state === "deleted" || account.state === "suspended") return null;
    const recipient = account.email;
    if (payload.kind === "reset") return { account, template: "reset", recipient, link: "reset" };
    if (account.state === "active") return { account, template: "known", recipient };
    return { account, template: "confirm", recipient, link: "confirm" };
  }
  const account = await tx.account.findUnique({ where: { id: payload.accountId } });
  if (account?.state !== "active") return null;
  switch (payload.kind) {
    case "change_email": {
      const owner = await tx.account.findUnique({ where: { email: payload.email } });
      if (owner) return owner.state === "active" ? { account: owner, template: "known", recipient: owner.email } : null;
      return { account, template: "change_email", recipient: payload.email, link: "change_email" };
    }
    case "email_changed":
      return { account, template: "email_changed", recipient: payload.email, link: "undo_change_email" };
    default:
      return { account, template: payload.kind, recipient: account.email };
  }
}

/** The address that the link is about: the new one to take, or the old one to go back to. */
const linkedAddress = (payload: Payload) =>
  payload.kind === "change_email" || payload.kind === "email_changed" ? payload.email : undefined;

function letterOf(account: Account, template: Template, secret = ""): Letter {
  const lang = isLanguage(account.language) ? account.language : "en";
  const t = getT(lang, "notifications");
  const places: Record<Template, string> = {
    confirm: address.confirmEmail(lang, secret),
    known: address.forgotPassword(lang),
    reset: address.resetPassword(lang, secret),
    change_email: address.confirmNewEmail(lang, secret),
    email_changed: address.undoEmail(lang, secret),
    password_changed: address.forgotPassword(lang),
    factor_changed: address.me(lang),
  };
  const subject = t(`account.${template}.subject`);
  return {
    lang,
    subject,
    to: t("frame.to", { name: account.name }),
    heading: subject,
    paragraphs: [t(`account.${template}.text`)],
    button: { label: t(`account.${template}.button`), href: env.APP_URL + places[template] },
    why: t("why.account"),
    settingsHref: env.APP_URL + address.me(lang),
  };
}
