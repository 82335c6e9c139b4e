import * as z from "zod";
import type { Audience } from "~/access/lifecycle";
import { actingFor, address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { isLanguage } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { listRecipients, type Recipient } from "../audiences/queries.server";
import type { Letter } from "../model";
import { writeMail } from "../outbox/transitions.server";
import { templateOf } from "./model";
import { type EventMatter, getEventMatter } from "./queries.server";

const payloadSchema = z.object({
  seq: z.string().regex(/^\d+$/),
  tell: z.array(z.string() as unknown as z.ZodType<Audience>),
  accountId: z.uuid().nullable(),
});

/** Tells the people of one event, each in their own language, once: a job that runs again writes nothing new. */
export async function deliverEvent(payload: unknown): Promise<void> {
  const { seq, tell, accountId } = payloadSchema.parse(payload);
  const event = await db().auditEvent.findUniqueOrThrow({ where: { seq: BigInt(seq) } });
  const recipients = await listRecipients(event, tell, accountId);
  if (recipients.length === 0) return;
  const matter = await getEventMatter(event);
  for (const recipient of recipients) {
    const template = templateOf(event.event, recipient.asStaff);
    const { id, email } = recipient.account;
    const letter = letterOf(recipient, template, matter);
    await db().$transaction((tx) =>
      writeMail(tx, { dedupeKey: `${seq}:${id}`, accountId: id, recipient: email, template, letter }),
    );
  }
}

function letterOf(
  { account, asStaff, belongs }: Recipient,
  template: ReturnType<typeof templateOf>,
  matter: EventMatter,
): Letter {
  const lang = isLanguage(account.language) ? account.language : "en";
  const t = getT(lang, "notifications");
  const { organisation, about } = matter;
  const words = { organisation, about: about || organisation || t("frame.subject"), due: matter.due?.(lang) ?? "" };
  const subject = t(`event.${template}.subject`, words);
  const ownPlace = matter.ownPath(lang);
  // Whoever acts for several organisations reads on as the one that the message is about (R10).
  const ownLink = belongs && matter.organisationId ? actingFor(ownPlace, matter.organisationId) : ownPlace;
  const place = asStaff ? matter.staffPath(lang) : ownLink;
  const named = organisation && !asStaff;
  return {
    lang,
    subject,
    to: named ? t("frame.to_of", { name: account.name, organisation }) : t("frame.to", { name: account.name }),
    heading: subject,
    about: about ?? (asStaff && organisation ? organisation : undefined),
    paragraphs: [t(`event.${template}.text`, words)],
    button: { label: t(asStaff ? "button.staff" : "button.own"), href: env.APP_URL + place },
    why: asStaff ? t("why.staff") : named ? t("why.organisation", { organisation }) : t("why.account"),
    settingsHref: env.APP_URL + address.me(lang),
  };
}
