import { db } from "~/platform/db/client.server";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { type PublicPledge, publicParts, publicPledge, type RevisionWithParts } from "../publication/model";
import { fieldTexts } from "./formats/field-texts";
import { differencesOf, type FieldDifference } from "./model";

/** What a revision is compared with, in a sentence, and the fields that differ. */
export interface DifferencesView {
  basis: string;
  differences: FieldDifference[];
}

const between = (before: PublicPledge, after: PublicPledge, lang: Language) =>
  differencesOf(fieldTexts(before, lang), fieldTexts(after, lang));

/**
 * What a revision says now, compared with what was submitted last; before its first submission with what is published; null when there is
 * neither. For the people who write it: the caller has seen to it that they may read it.
 */
export async function differencesInDraft(revision: RevisionWithParts, lang: Language): Promise<DifferencesView | null> {
  const [last] = await submissionsOf(revision.id);
  return compare(revision, last, lang);
}

/**
 * What changed with the last submission of a revision: compared with the round before, in its first round with what is published; null
 * when there is neither. For the people who check it.
 */
export async function differencesOfLastRound(
  revision: RevisionWithParts,
  lang: Language,
): Promise<DifferencesView | null> {
  const [, before] = await submissionsOf(revision.id);
  return compare(revision, before, lang);
}

const submissionsOf = (revisionId: string) =>
  db().submission.findMany({ where: { revisionId }, orderBy: { submittedAt: "desc" }, take: 2 });

async function compare(
  revision: RevisionWithParts,
  earlier: Awaited<ReturnType<typeof submissionsOf>>[number] | undefined,
  lang: Language,
): Promise<DifferencesView | null> {
  const t = getT(lang, "drafting");
  const now = publicPledge(revision);
  if (earlier)
    return {
      basis: t("differences.since_sent", { date: formatDay(earlier.submittedAt, lang) }),
      differences: between(earlier.content as unknown as PublicPledge, now, lang),
    };
  const published = await db().revision.findFirst({
    where: { pledgeId: revision.pledgeId, number: { lt: revision.number }, state: { in: ["published", "superseded"] } },
    orderBy: { number: "desc" },
    include: publicParts,
  });
  if (!published) return null;
  return { basis: t("differences.since_published"), differences: between(publicPledge(published), now, lang) };
}
