import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { formatDay, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { Constituency } from "~/reference/codes";
import { countryName } from "~/reference/countries";
import type { OrganisationRecord } from "../model";

type RecordField =
  | "constituency"
  | "country"
  | "website"
  | "itu_member"
  | "legal_form"
  | "registration"
  | "address"
  | "year_founded"
  | "host"
  | "compact"
  | "description";
type OrganisationRow = Prisma.OrganisationGetPayload<{ include: { people: true; documents: true } }>;

/** What the organisation told for due diligence (R15), and its other cases. */
export async function getRecord(row: OrganisationRow, caseId: string, lang: Language): Promise<OrganisationRecord> {
  const t = getT(lang, "due-diligence");
  const reference = getT(lang, "reference");
  const yesNo = (value: boolean) => t(value ? "yes" : "no");
  const facts: [RecordField, string | null][] = [
    ["constituency", reference(`constituencies.${row.constituency as Constituency}`)],
    ["country", row.country ? countryName(row.country, lang) : null],
    ["website", row.website],
    ["itu_member", yesNo(row.ituMember)],
    ["legal_form", row.legalForm],
    ["registration", [row.registrationNumber, row.registrationAuthority].filter(Boolean).join(", ") || null],
    ["address", row.registeredAddress],
    ["year_founded", row.yearFounded === null ? null : String(row.yearFounded)],
    ["host", row.hostOrganisation],
    ["compact", yesNo(row.compactCommitment)],
    ["description", row.description],
  ];
  return {
    facts: facts
      .filter(([key, value]) => key !== "host" || value !== null)
      .map(([key, value]) => ({ term: t(`record.${key}`), value })),
    people: row.people.map((person) => ({
      key: person.id,
      role: t(`person.${person.role}`),
      name: [person.fullName, person.originalName].filter(Boolean).join(" · "),
      detail: [person.nationality && countryName(person.nationality, lang), person.birthYear]
        .filter(Boolean)
        .join(", "),
    })),
    documents: row.documents.map((document) => ({
      id: document.id,
      name: document.fileName,
      href: address.staffDocument(lang, document.id),
      size: formatNumber(Math.max(1, Math.round(document.bytes / 1024)), lang, { style: "unit", unit: "kilobyte" }),
    })),
    cases: await otherCases(row.id, caseId, lang),
  };
}

async function otherCases(
  organisationId: string,
  caseId: string,
  lang: Language,
): Promise<OrganisationRecord["cases"]> {
  const t = getT(lang, "due-diligence");
  const cases = await db().case.findMany({
    where: { organisationId, id: { not: caseId } },
    orderBy: { openedAt: "desc" },
    take: 20,
  });
  const revisions = await db().revision.findMany({
    where: { id: { in: cases.flatMap(({ revisionId }) => revisionId ?? []) } },
    select: { id: true, title: true, language: true },
  });
  return cases.map((one) => {
    const revision = revisions.find(({ id }) => id === one.revisionId);
    return {
      href: address.case(lang, one.id),
      title: revision ? revision.title || t("untitled") : t("organisation_check"),
      lang: revision && revision.language !== lang ? revision.language : undefined,
      outcome: one.decision ? t(`decision.${one.decision}`) : t(one.closedAt ? "state.closed" : "open_case"),
      day: formatDay(one.closedAt ?? one.openedAt, lang),
    };
  });
}
