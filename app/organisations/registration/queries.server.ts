import type { Tx } from "~/platform/db/client.server";
import { db } from "~/platform/db/client.server";
import { publicStates } from "../lifecycle";
import { latin } from "../names/model";
import { mailDomain, websiteDomain } from "./model";

/** An organisation that may be the one being registered. Without a public page its name is not told (R9). */
export interface SimilarOrganisation {
  id: string;
  name: string | null;
  slug: string | null;
  because: "name" | "website" | "mail";
}

interface SimilarRow {
  id: string;
  name: string;
  slug: string;
  public: boolean;
  by_website: boolean;
  by_name: boolean;
}

/**
 * Likely duplicates of what is being registered: by similar or equal name, by the website's domain, by the domain of mail addresses.
 * At most five, closest first. Public mail providers and the staff's domain are ignored (R9).
 */
export async function similarOrganisations(
  candidate: {
    officialName: string;
    shortName?: string | undefined;
    names?: Partial<Record<string, string>> | undefined;
    website?: string | undefined;
    email: string;
  },
  tx: Tx = db(),
): Promise<SimilarOrganisation[]> {
  const { officialName, shortName = "" } = candidate;
  const website = websiteDomain(candidate.website) ?? "";
  const mail = mailDomain(candidate.email) ?? "";
  const written = [officialName, ...Object.values(candidate.names ?? {})].filter((name) => name !== undefined);
  const keys = written.map(latin).filter(Boolean);
  const rows = await tx.$queryRaw<SimilarRow[]>`
    WITH known AS (
      SELECT o.id, o.official_name AS name, o.slug, o.state::text = ANY (${[...publicStates]}) AS public,
             GREATEST(similarity(unaccent(o.official_name), unaccent(${officialName})),
                      (SELECT max(similarity(unaccent(value), unaccent(${officialName}))) FROM jsonb_each_text(o.names)),
                      -- Names in other scripts are compared as they read in Latin letters.
                      (SELECT max(similarity(k.key, given)) FROM organisation_name_keys k, unnest(${keys}::text[]) AS given
                        WHERE k.organisation_id = o.id)) AS likeness,
             lower(o.official_name) = lower(${officialName})
               OR (${shortName} <> '' AND lower(o.short_name) = lower(${shortName})) AS same,
             lower(substring(o.website from '^https?://(?:www\\d?\\.)?([^/:?#]+)')) AS domain,
             ${mail} <> '' AND EXISTS (
               SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id
                WHERE m.organisation_id = o.id AND m.ended_at IS NULL AND lower(split_part(a.email::text, '@', 2)) = ${mail}) AS colleagues
        FROM organisations o WHERE o.state NOT IN ('removed', 'closed')
    ), judged AS (
      SELECT *, ${website} <> '' AND domain = ${website} AS by_website,
             colleagues OR (${mail} <> '' AND domain = ${mail}) AS by_mail FROM known
    )
    SELECT id, name, slug, public, by_website, (same OR likeness > 0.5) IS TRUE AS by_name FROM judged
     WHERE same OR likeness > 0.5 OR by_website OR by_mail
     ORDER BY same DESC, likeness DESC, id LIMIT 5`;
  return rows.map((row) => ({
    id: row.id,
    name: row.public ? row.name : null,
    slug: row.public ? row.slug : null,
    because: row.by_website ? "website" : row.by_name ? "name" : "mail",
  }));
}
