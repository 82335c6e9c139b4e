import { address } from "~/addresses";
import { today } from "~/platform/clock";
import { env } from "~/platform/env";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { pledgeBodyView } from "~/pledges/formats/pledge-body";
import { badgeSvg } from "../formats/badge";
import { cardHtml } from "../formats/card";
import { getRecord } from "../pledge/queries.server";
import { organisationName, textIn } from "../record/model";

/** As many as fit a frame of the offered height. */
const mostFigures = 2;

/** The card of a pledge in one language, to stand on other sites; of one that is no longer shown what its page still says. Null as its page. */
export async function getCard(reference: string, lang: Language, styles: string): Promise<string | null> {
  const record = await getRecord(reference);
  if (!record) return null;
  const t = getT(lang, "share");
  const common = {
    lang,
    kicker: t("kicker"),
    reference,
    state: getT(lang, "reference")(`public_statuses.${record.state}`),
    href: env.APP_URL + address.pledge(lang, reference),
    read: t("read"),
    styles,
  };
  if (record.kind === "trace")
    return cardHtml({
      ...common,
      title: record.title,
      titleLang: record.language && record.language !== lang ? record.language : undefined,
      organisation: record.organisation && organisationName(record.organisation, lang),
      figures: [],
    });
  const shown = textIn(record.pledge, lang);
  const { figures } = pledgeBodyView(record.pledge, lang, today());
  return cardHtml({
    ...common,
    title: shown.title,
    titleLang: shown.lang === lang ? undefined : shown.lang,
    organisation: organisationName(record.pledge.organisation, lang),
    figures: figures
      .filter(({ none }) => !none)
      .slice(0, mostFigures)
      .map(({ value, label }) => ({ value, label: label.text, labelLang: label.lang })),
  });
}

/** The badge of a pledge: its reference and how it stands today, as SVG. Null as its page. */
export async function getBadge(reference: string, lang: Language): Promise<string | null> {
  const record = await getRecord(reference);
  if (!record) return null;
  const state = getT(lang, "reference")(`public_statuses.${record.state}`);
  return badgeSvg({ about: `Partner2Connect ${reference}`, state, lang });
}
