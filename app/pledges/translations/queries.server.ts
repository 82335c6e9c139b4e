import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { formatDay } from "~/platform/i18n/format";
import { type Language, languageNames, languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { getOwnRevision } from "../drafting/queries.server";
import type { MyTranslationsView } from "./pages/my-translations";
import type { StaffTranslationsView } from "./pages/staff-translations";

/** The translations of a pledge of the actor's organisation, with their state. Throws `NotFound` for other organisations' pledges. */
export async function getMyTranslations(actor: Person, pledgeId: string, lang: Language): Promise<MyTranslationsView> {
  const t = getT(lang, "translations");
  const revision = await getOwnRevision(actor, pledgeId);
  const others = languages.filter((code) => code !== revision.language);
  return {
    pledgeId,
    original: { title: revision.title, summary: revision.summary, language: revision.language },
    options: others.map((code) => ({ value: code, label: languageNames[code] })),
    rows: others.map((code) => {
      const one = revision.translations.find(({ language }) => language === code);
      return {
        language: code,
        name: languageNames[code],
        title: one?.title ?? "",
        summary: one?.summary ?? "",
        accepted: Boolean(one?.acceptedAt),
        state: !one
          ? t("state.missing")
          : one.acceptedAt
            ? t("state.accepted", { date: formatDay(one.acceptedAt, lang) })
            : t("state.waiting", { date: formatDay(one.writtenAt, lang) }),
      };
    }),
  };
}

/** Translations that wait for staff, oldest first; those of organisations with which the actor has a conflict are left out (R11). */
export async function getWaitingTranslations(actor: Person, lang: Language): Promise<StaffTranslationsView> {
  const rows = await db().translation.findMany({
    where: {
      acceptedAt: null,
      revision: { state: { notIn: ["draft", "ready", "declined", "withdrawn", "superseded"] } },
    },
    orderBy: { writtenAt: "asc" },
    take: 100,
    include: { revision: { include: { pledge: true } } },
  });
  return rows.flatMap(({ revision, revisionId, language, title, summary, authorId, writtenAt }) => {
    const { organisationId, reference } = revision.pledge;
    if (!can(actor, "translation.accept", { organisationId })) return [];
    return {
      key: `${revisionId} ${language}`,
      href: address.acceptTranslation(lang, revisionId, language),
      reference,
      original: { title: revision.title, summary: revision.summary, language: revision.language },
      language,
      name: languageNames[language as Language] ?? language,
      title,
      summary,
      writtenAt: writtenAt.toISOString(),
      own: authorId === actor.id,
    };
  });
}
