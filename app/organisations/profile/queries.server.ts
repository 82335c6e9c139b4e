import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import { type Language, languageNames, languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { ownOrganisation } from "../queries.server";
import type { ComparedField } from "./components/comparison";
import type { OwnProposal } from "./components/own-proposal";
import { type ProfileValues, profileNames } from "./model";
import type { ProposalView } from "./pages/proposal";
import type { ProposalsView } from "./pages/proposals";

const labels = {
  shortName: "short_name",
  names: "names",
  description: "description",
  website: "website",
  publicContact: "public_contact",
} as const;

/** What would change, field by field, in words of the language; names stand one by one. */
function compared(before: ProfileValues, after: ProfileValues, lang: Language): ComparedField[] {
  const t = getT(lang, "organisations");
  return profileNames
    .filter((name) => name in after)
    .flatMap((name): ComparedField[] => {
      const label = t(`field.${labels[name]}`);
      if (name !== "names") return [{ label, before: before[name] ?? null, after: after[name] ?? null }];
      return languages
        .filter((code) => before.names?.[code] !== after.names?.[code])
        .map((code) => ({
          label: `${label} · ${languageNames[code]}`,
          lang: code,
          before: before.names?.[code] ?? null,
          after: after.names?.[code] ?? null,
        }));
    });
}

/** What the active organisation has proposed for its public page. */
export async function getOwnProposal(actor: Person, lang: Language): Promise<OwnProposal> {
  const organisationId = ownOrganisation(actor, "organisation.change_profile");
  const last = await db().profileProposal.findFirst({ where: { organisationId }, orderBy: { proposedAt: "desc" } });
  const after = last?.after as ProfileValues | undefined;
  return {
    waiting:
      last?.state === "submitted" && after
        ? {
            version: last.version,
            day: formatDay(last.proposedAt, lang),
            rows: compared(last.before as ProfileValues, after, lang),
            values: after,
          }
        : null,
    refused:
      last?.state === "refused"
        ? { day: formatDay(last.answeredAt ?? last.proposedAt, lang), reason: last.reason ?? "" }
        : null,
  };
}

/** Proposals that wait for a member of staff, oldest first, without those in which this person has a conflict of interest (R11). */
export async function listProposals(actor: Person, lang: Language): Promise<ProposalsView> {
  const rows = await db().profileProposal.findMany({
    where: { state: "submitted" },
    include: { organisation: true },
    orderBy: { proposedAt: "asc" },
    take: 200,
  });
  const t = getT(lang, "organisations");
  return {
    proposals: rows
      .filter(({ organisationId }) => can(actor, "organisation.accept_profile", { organisationId }))
      .map((row) => ({
        href: address.profileProposal(lang, row.id),
        organisation: row.organisation.officialName,
        fields: profileNames.filter((name) => name in (row.after as object)).map((name) => t(`field.${labels[name]}`)),
        day: formatDay(row.proposedAt, lang),
      })),
  };
}

/** One proposal, old beside new. `NotFound` to those who may not answer it. */
export async function getProposal(actor: Person, id: string, lang: Language): Promise<ProposalView> {
  const row = found(await db().profileProposal.findUnique({ where: { id }, include: { organisation: true } }));
  if (!can(actor, "organisation.accept_profile", row)) throw new NotFound();
  const by = await db().account.findUnique({ where: { id: row.proposedBy }, select: { name: true } });
  return {
    version: row.version,
    organisation: row.organisation.officialName,
    by: by?.name || null,
    day: formatDay(row.proposedAt, lang),
    rows: compared(row.before as ProfileValues, row.after as ProfileValues, lang),
    state: row.state,
    open: row.state === "submitted",
    reason: row.reason,
  };
}
