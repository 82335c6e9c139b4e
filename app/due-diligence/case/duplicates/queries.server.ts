import { db } from "~/platform/db/client.server";
import { formatPercent } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { CaseView } from "../model";

interface Row {
  id: string;
  title: string;
  language: string;
  reference: string | null;
  organisation: string;
  state: string;
  likeness: number;
}

/** Other pledges with a similar title; of the same organisation a little likeness is enough. The most alike eight, most alike first. */
export async function likelyDuplicates(
  revision: { pledgeId: string; title: string; pledge: { organisationId: string } },
  lang: Language,
): Promise<CaseView["duplicates"]> {
  const t = getT(lang, "due-diligence");
  const { pledgeId, title, pledge } = revision;
  const rows = await db().$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (p.id) p.id, r.title, r.language, p.reference, o.official_name AS organisation,
             CASE WHEN p.state = 'unpublished' THEN r.state::text ELSE p.state::text END AS state,
             similarity(r.title, ${title})::float8 AS likeness
        FROM pledge_revisions r JOIN pledges p ON p.id = r.pledge_id JOIN organisations o ON o.id = p.organisation_id
       WHERE p.id <> ${pledgeId}::uuid AND r.state NOT IN ('draft', 'ready', 'superseded')
         AND similarity(r.title, ${title}) > CASE WHEN p.organisation_id = ${pledge.organisationId}::uuid THEN 0.15 ELSE 0.35 END
       ORDER BY p.id, likeness DESC) AS alike
     ORDER BY likeness DESC, id LIMIT 8`;
  return rows.map((row) => ({
    key: row.id,
    title: row.title,
    lang: row.language === lang ? undefined : row.language,
    reference: row.reference,
    organisation: row.organisation,
    state: t(`state.${row.state as "published"}`),
    likeness: formatPercent(row.likeness * 100, lang),
  }));
}
