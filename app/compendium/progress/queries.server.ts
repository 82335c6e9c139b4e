import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { pool } from "~/platform/db/client.server";
import { env } from "~/platform/env";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { atomOf } from "../formats/atom";
import { organisationName, type PledgeRecord } from "../record/model";
import type { CameOfItView } from "./components/came-of-it";
import { cameOfIt, type ReportRow } from "./formats/came-of-it";

/** What came of a pledge: its accepted reports, ready to show in one language. */
export async function getCameOfIt(record: PledgeRecord, lang: Language): Promise<CameOfItView> {
  const { rows } = await pool().query<ReportRow>(
    `SELECT r.* FROM compendium_reports r JOIN compendium_pledges p ON p.id = r.pledge_id
     WHERE p.reference = $1 ORDER BY r.period_to, r.accepted_at, r.id`,
    [record.reference],
  );
  return cameOfIt(record, rows, lang);
}

const feedLength = 50;

/** The reports accepted last, as an Atom feed in one language. */
export async function getReportsFeed(lang: Language): Promise<string> {
  const { rows } = await pool().query<
    Pick<ReportRow, "id" | "status" | "organisation" | "texts" | "lang" | "accepted_at"> & {
      reference: string;
      title: string;
    }
  >(
    `SELECT r.id, r.status, r.organisation, r.texts, r.lang, r.accepted_at, p.reference, x.title
     FROM compendium_reports r JOIN compendium_pledges p ON p.id = r.pledge_id
     JOIN compendium_texts x ON x.pledge_id = p.id AND x.lang = $1
     WHERE p.listed AND p.state IN ('published', 'completed') ORDER BY r.accepted_at DESC, r.id LIMIT $2`,
    [lang, feedLength],
  );
  const t = getT(lang, "pledge-reports");
  const reference = getT(lang, "reference");
  return atomOf({
    title: t("feed.title"),
    subtitle: t("feed.subtitle"),
    lang,
    self: `${env.APP_URL}${address.reportsFeed()}${lang === "en" ? "" : `?lang=${lang}`}`,
    page: env.APP_URL + address.compendium(lang),
    updated: (rows[0]?.accepted_at ?? now()).toISOString(),
    entries: rows.map((row) => ({
      url: `${env.APP_URL}${address.pledge(lang, row.reference)}#report-${row.id}`,
      title: `${reference(`deliveries.${row.status}`)} · ${row.title}`,
      summary: row.texts.narrative ?? "",
      lang: row.lang,
      author: organisationName(row.organisation, lang),
      published: row.accepted_at.toISOString(),
      updated: row.accepted_at.toISOString(),
    })),
  });
}
