import type { Person } from "~/access/actor";
import type { Receipt } from "~/access/command.server";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { translated, translationAccepted } from "../events";
import { lockRevision } from "../transitions.server";
import { ownRevision, pledgeCommand } from "../writing/commands.server";
import type { TranslationInput } from "./schema";

/**
 * Writes title and summary of the newest revision in another of the six languages. What was accepted before is hidden until staff have
 * accepted the new text (R25). Throws `Invalid` for the language of the original.
 */
export async function writeTranslation(
  actor: Person,
  pledgeId: string,
  { language, title, summary }: TranslationInput,
  receipt: Receipt | null = null,
): Promise<void> {
  await pledgeCommand({ actor, name: "translation.write", receipt }, async (run) => {
    const { id: revisionId, organisationId } = await ownRevision(run.tx, actor, pledgeId);
    run.check("translation.write", { organisationId });
    const revision = await lockRevision(run.tx, revisionId);
    if (["declined", "withdrawn", "superseded"].includes(revision.state))
      throw new Conflict(`pledges:conflict.${revision.state}`);
    if (language === revision.language) throw new Invalid({ language: [msg("translations:error.original_language")] });
    const where = { revisionId_language: { revisionId, language } };
    const before = await run.tx.translation.findUnique({ where });
    if (before?.title === title && before.summary === summary) return;
    const data = { title, summary, authorId: actor.id, writtenAt: run.now, acceptedAt: null, acceptedBy: null };
    await run.tx.translation.upsert({ where, create: { revisionId, language, ...data }, update: data });
    run.record({
      event: translated,
      subjectType: "pledge",
      subjectId: pledgeId,
      organisationId,
      data: { revisionId, languages: [language] },
      public: revision.state === "published" && before?.acceptedAt != null,
    });
  });
}

/** Accepts a translation: by a member of staff without a conflict, other than its author. Throws `Conflict` when it changed meanwhile. */
export async function acceptTranslation(
  actor: Person,
  { revisionId, language, writtenAt }: { revisionId: string; language: string; writtenAt: string },
  receipt: Receipt | null = null,
): Promise<void> {
  await pledgeCommand({ actor, name: "translation.accept", receipt }, async (run) => {
    const revision = await lockRevision(run.tx, revisionId);
    const { pledgeId, pledge } = revision;
    const translation = found(
      await run.tx.translation.findUnique({ where: { revisionId_language: { revisionId, language } } }),
    );
    run.check("translation.accept", { organisationId: pledge.organisationId, accountId: translation.authorId });
    const { count } = await run.tx.translation.updateMany({
      where: { revisionId, language, acceptedAt: null, writtenAt: new Date(writtenAt) },
      data: { acceptedAt: run.now, acceptedBy: actor.id },
    });
    if (count !== 1) throw new Conflict("translations:conflict.changed");
    run.record({
      event: translationAccepted,
      subjectType: "pledge",
      subjectId: pledgeId,
      organisationId: pledge.organisationId,
      data: { revisionId, language },
      public: revision.state === "published",
    });
  });
}
