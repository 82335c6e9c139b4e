import type { Language } from "~/platform/i18n/languages";

/** A message before it takes a form: mail in HTML and plain text say the same in the same order. */
export interface Letter {
  lang: Language;
  subject: string;
  /** "To Amina Diallo, Example Reef Networks". */
  to: string;
  heading: string;
  /** What it is about: a pledge's title and reference. */
  about?: string;
  paragraphs: string[];
  button: { label: string; href: string };
  /** Why the person gets this. */
  why: string;
  /** The page where they choose language and address; left out for people who may have no account. */
  settingsHref?: string;
}

/** Mails with a link that opens an account: their text is removed from the outbox as soon as they were sent. */
export const secretTemplates: readonly string[] = ["confirm", "reset", "change_email", "email_changed", "invitation"];
