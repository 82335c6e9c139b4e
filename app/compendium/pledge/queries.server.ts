import { address } from "~/addresses";
import { now, today } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import { formatDay, formatNumber, formatPartialDate } from "~/platform/i18n/format";
import { type Language, languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { languageName, pledgeBodyView } from "~/pledges/formats/pledge-body";
import { setFigure } from "../figures/model";
import type { PledgeView, TraceView } from "../pages/pledge";
import { getCameOfIt } from "../progress/queries.server";
import { organisationName, type PledgeRecord, type StoredRecord, type TraceRecord, textIn } from "../record/model";

/** The public record under a reference, or null: what was never published answers as what never was (R3). */
export async function getRecord(reference: string): Promise<StoredRecord | null> {
  const { rows } = await pool().query<{ record: StoredRecord }>(
    "SELECT record FROM compendium_pledges WHERE reference = $1",
    [reference],
  );
  return rows[0]?.record ?? null;
}

/** A pledge's public page in one language, or null if there is none under this reference. */
export async function getPledgePage(reference: string, lang: Language): Promise<PledgeView | TraceView | null> {
  const record = await getRecord(reference);
  if (!record) return null;
  return record.kind === "trace" ? traceView(record, lang) : pledgeView(record, await getCameOfIt(record, lang), lang);
}

function traceView(record: TraceRecord, lang: Language): TraceView {
  const t = getT(lang, "compendium");
  const reference = getT(lang, "reference");
  const { organisation } = record;
  return {
    kind: "trace",
    reference: record.reference,
    state: reference(`public_statuses.${record.state}`),
    title: record.title,
    titleLang: record.language && record.language !== lang ? record.language : undefined,
    organisation: organisation && {
      name: organisationName(organisation, lang),
      href: address.organisation(lang, organisation.slug),
    },
    explanation: t(`trace.${record.state}`),
    facts: [
      { term: t("trace.published"), value: formatPartialDate(record.publishedOn, lang) },
      ...(record.announced ? [{ term: t("trace.announced"), value: formatPartialDate(record.announced, lang) }] : []),
      ...(record.endedOn
        ? [{ term: reference(`public_statuses.${record.state}`), value: formatPartialDate(record.endedOn, lang) }]
        : []),
      ...(record.reason ? [{ term: t("trace.reason"), value: record.reason }] : []),
    ],
    compendiumHref: address.compendium(lang),
  };
}

function pledgeView(record: PledgeRecord, cameOfIt: PledgeView["cameOfIt"], lang: Language): PledgeView {
  const { pledge, reference } = record;
  const t = getT(lang, "compendium");
  const page = env.APP_URL + address.pledge(lang, reference);
  const organisation = organisationName(pledge.organisation, lang);
  const shown = textIn(pledge, lang);
  const revision = record.history.at(-1)?.revision ?? 1;
  return {
    kind: "pledge",
    reference,
    body: bodyOf(pledge, lang),
    description: shown.summary || shown.title,
    compendiumHref: address.compendium(lang),
    notice: noticeOf(record, lang),
    event: record.event && {
      label: record.event.names[lang] ?? record.event.names.en ?? record.event.slug,
      href: address.event(lang, record.event.slug),
    },
    languages: otherLanguages(record, lang),
    measuresNote: pledge.language === lang ? null : t("in_language", { language: languageName(pledge.language, lang) }),
    progress: progressOf(record, lang),
    cameOfIt,
    observations: record.observations.toReversed().map((one) => ({
      when: one.date ? formatPartialDate(one.date, lang) : t("pledge.undated"),
      iso: one.date ?? undefined,
      text: one.text,
      textLang: one.language === lang ? undefined : one.language,
      languageNote: one.language === lang ? null : t("in_language", { language: languageName(one.language, lang) }),
      source: one.source ? { href: one.source, label: hostOf(one.source) } : null,
    })),
    history: historyOf(record, lang),
    cite: t("pledge.citation", {
      organisation,
      title: shown.title,
      reference,
      revision,
      date: formatDay(now(), lang),
      address: page,
    }),
    share: shareOf(reference, lang),
    links: [
      { label: t("pledge.lasting"), href: address.pledge(lang, reference) },
      { label: "JSON", href: address.apiPledge(reference) },
      { label: t("pledge.wrong"), href: address.text(lang, "contact") },
    ],
    structured: {
      "@context": "https://schema.org",
      "@type": "CreativeWork",
      "@id": page,
      url: page,
      identifier: reference,
      name: shown.title,
      abstract: shown.summary,
      inLanguage: shown.lang,
      author: { "@type": "Organization", name: pledge.organisation.name },
      dateCreated: pledge.announced ?? undefined,
      datePublished: record.publishedOn,
      isPartOf: { "@type": "Dataset", name: t("list.title"), url: env.APP_URL + address.compendium(lang) },
      isBasedOn: pledge.source ?? undefined,
    },
  };
}

/** What to copy to show this pledge elsewhere: its lasting address, the card in a frame, the badge as a picture. */
function shareOf(reference: string, lang: Language): PledgeView["share"] {
  const t = getT(lang, "share");
  const card = address.pledgeCard(lang, reference);
  const badge = address.pledgeBadge(lang, reference);
  const page = env.APP_URL + address.pledge(lang, reference);
  const title = t("frame_title", { reference });
  return {
    address: page,
    card: `<iframe src="${env.APP_URL}${card}" title="${title}" width="480" height="320" loading="lazy"></iframe>`,
    cardHref: card,
    badge: `<a href="${page}"><img src="${env.APP_URL}${badge}" alt="${title}" height="24"></a>`,
    badgeHref: badge,
  };
}

/** The shared body, with its figures set as headlines are: the number large, currency and magnitude small. */
function bodyOf(pledge: PledgeRecord["pledge"], lang: Language): PledgeView["body"] {
  const body = pledgeBodyView(pledge, lang, today());
  const figures = body.figures.map((figure) =>
    !figure.none && (figure.key === "value" || figure.key === "people")
      ? { ...figure, ...setFigure(figure.value) }
      : figure,
  );
  return { ...body, figures };
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, "") : href;
}

function noticeOf({ state, reason, endedOn }: PledgeRecord, lang: Language): PledgeView["notice"] {
  if (state === "published") return null;
  const t = getT(lang, "compendium");
  const date = endedOn && formatPartialDate(endedOn, lang);
  return { title: t(`pledge.${state}`), text: [date, reason].filter(Boolean).join(" · ") || null };
}

/** In which of the six languages this text stands, besides this page's (R25). */
function otherLanguages({ pledge, reference }: PledgeRecord, lang: Language): PledgeView["languages"] {
  const has = (code: string) =>
    code === pledge.language || pledge.translations.some(({ language }) => language === code);
  const original = pledge.language.split("-")[0];
  return {
    translated:
      lang !== original && has(lang)
        ? getT(lang, "compendium")("pledge.translated", { language: languageName(pledge.language, lang) })
        : null,
    list: languages
      .filter((code) => code !== lang && has(code))
      .map((code) => ({ lang: code, href: address.pledge(code, reference), original: code === original })),
  };
}

/** Each indicator's target, with the latest figure of the same name seen in public sources (R29). */
function progressOf({ pledge, observations }: PledgeRecord, lang: Language): PledgeView["progress"] {
  const t = getT(lang, "compendium");
  const n = (value: number) => formatNumber(value, lang, { maximumFractionDigits: 2 });
  return pledge.indicators.flatMap((indicator) => {
    if (indicator.target === null) return [];
    const target = Number(indicator.target);
    const same = (name: string) => name.trim().toLowerCase() === indicator.name.trim().toLowerCase();
    const last = observations.findLast(({ figures }) => figures.some(({ name }) => same(name)));
    const delivered = last?.figures.find(({ name }) => same(name))?.value ?? null;
    return {
      key: indicator.key,
      name: indicator.name,
      nameLang: pledge.language === lang ? undefined : pledge.language,
      target,
      delivered,
      text:
        delivered === null
          ? t("pledge.not_reported_of", { target: n(target) })
          : t("pledge.observed_of", { value: n(delivered), target: n(target) }),
      share: delivered === null ? null : formatNumber(delivered / target, lang, { style: "percent" }),
    };
  });
}

function historyOf(record: PledgeRecord, lang: Language): PledgeView["history"] {
  const t = getT(lang, "compendium");
  const { pledge } = record;
  const compiled = pledge.compiled;
  const moments = [
    ...(pledge.announced ? [{ iso: pledge.announced, title: t("pledge.announced") }] : []),
    ...(!compiled && pledge.firstSubmittedOn ? [{ iso: pledge.firstSubmittedOn, title: t("pledge.submitted") }] : []),
    ...record.history.map(({ revision, publishedOn }) => ({
      iso: publishedOn,
      title:
        revision > 1
          ? t("pledge.revised", { revision })
          : t(compiled ? "pledge.compiled_published" : "pledge.published"),
    })),
    ...(record.endedOn && record.state !== "published"
      ? [{ iso: record.endedOn, title: t(`pledge.${record.state}`) }]
      : []),
  ];
  return moments.reverse().map(({ iso, title }) => ({ iso, when: formatPartialDate(iso, lang), title }));
}
