import type { Actor, Person } from "~/access/actor";
import { can, type Permission } from "~/access/policy";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found, NotFound } from "~/platform/errors";
import { formatDay, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { countryName } from "~/reference/countries";
import { openStates, publicStates } from "./lifecycle";
import { appealDays, dayOf, type Need, standsOn, stateTone } from "./model";
import type { DetailsView } from "./pages/details";
import type { DocumentsView } from "./pages/documents";
import type { OrganisationHomeView } from "./pages/home";
import type { KeyPeopleView } from "./pages/key-people";

/** The organisation this person acts for in this request, or null (R10). */
export const activeOrganisation = (actor: Person): string | null =>
  actor.activeOrganisationId ?? actor.memberships[0]?.organisationId ?? null;

/** The same, for pages that need one: 404 without. */
export function ownOrganisation(actor: Person, permission: Permission = "organisation.read_own"): string {
  const id = found(activeOrganisation(actor));
  if (!can(actor, permission, { organisationId: id })) throw new NotFound();
  return id;
}

/** What the organisation that `ownOrganisation` answers is called; for forms, which all name it (R10). */
export function getOwnName(actor: Person, permission: Permission): string {
  const id = ownOrganisation(actor, permission);
  return found(actor.memberships.find(({ organisationId }) => organisationId === id)).organisationName;
}

type HomeRow = Prisma.OrganisationGetPayload<{
  include: {
    participations: true;
    memberships: { include: { account: { select: { name: true } } } };
    _count: { select: { documents: true; joinRequests: true } };
  };
}>;

/** What needs this organisation now, who acts for it, where it takes part; null for a person without an organisation. */
export async function getOrganisationHome(actor: Person, lang: Language): Promise<OrganisationHomeView | null> {
  const id = activeOrganisation(actor);
  if (!id || !can(actor, "organisation.read_own", { organisationId: id })) return null;
  const row: HomeRow = found(
    await db().organisation.findUnique({
      where: { id },
      include: {
        participations: { where: { state: { in: ["applied", "admitted"] } }, orderBy: { appliedAt: "asc" } },
        memberships: {
          where: { endedAt: null },
          include: { account: { select: { name: true } } },
          orderBy: { startedAt: "asc" },
        },
        _count: { select: { documents: true, joinRequests: { where: { state: "open" } } } },
      },
    }),
  );
  const t = getT(lang, "organisations");
  const reference = getT(lang, "reference");
  const lead = can(actor, "organisation.manage_people", { organisationId: id });
  const nameOf = (one: HomeRow["memberships"][number]) =>
    one.accountId === actor.id ? t("people.you", { name: one.account.name }) : one.account.name;
  return {
    name: row.shortName ?? row.officialName,
    officialName: row.shortName ? row.officialName : null,
    state:
      row.clearedUntil && row.state === "cleared"
        ? t("home.cleared_tag", { date: formatDay(row.clearedUntil, lang) })
        : t(`state.${row.state}`),
    tone: stateTone(row.state),
    stateText: stateText(row, lang),
    facts: [
      reference(`constituencies.${row.constituency as "government"}`),
      ...(row.country ? [countryName(row.country, lang)] : []),
    ],
    publicHref: row.state === "cleared" ? address.organisation(lang, row.slug) : null,
    needs: needsOf(row, lang, lead, await declinedOn(row)),
    lead,
    open: openStates.includes(row.state),
    mayResubmit: lead && row.state === "changes_requested",
    leads: row.memberships.filter((one) => one.role === "lead").map(nameOf),
    authors: row.memberships.filter((one) => one.role === "author").map(nameOf),
    documents: formatNumber(row._count.documents, lang),
    joinRequests: row._count.joinRequests,
    participations: row.participations.map((one) => ({
      id: one.id,
      role: reference(`participation_roles.${one.kind}`),
      area: one.focusArea as "access",
      areaName: reference(`focus_areas.${one.focusArea as "access"}`),
      note: participationNote(one, row.state === "cleared", lang),
    })),
  };
}

function stateText(row: HomeRow, lang: Language): string {
  const t = getT(lang, "organisations");
  return t(`home.state_text.${row.state}`);
}

function participationNote(one: HomeRow["participations"][number], cleared: boolean, lang: Language): string {
  const t = getT(lang, "organisations");
  if (one.state === "applied") return t("participation.applied_on", { date: formatDay(one.appliedAt, lang) });
  if (!cleared) return t("participation.hidden");
  const date = formatDay(one.startsOn ?? one.appliedAt, lang);
  return standsOn(one, dayOf(now())) ? t("participation.since", { date }) : t("participation.from", { date });
}

function needsOf(row: HomeRow, lang: Language, lead: boolean, declined: Date | null): Need[] {
  const t = getT(lang, "organisations");
  const needs: Need[] = [];
  const need = (key: string, due: boolean, when: string, href: string, count = 0) =>
    needs.push({
      key,
      due,
      when,
      href,
      title: t(`need.${key as "join"}.title`, { count }),
      note: t(`need.${key as "join"}.note`),
    });
  const noDate = t("need.no_date");
  if (lead && row.state === "changes_requested")
    need("changes", true, noDate, address.myOrganisationPart(lang, "resubmission"));
  if (declined)
    need(
      "appeal",
      true,
      t("need.until", { date: formatDay(declined, lang) }),
      address.myOrganisationPart(lang, "appeal"),
    );
  if (lead && row._count.joinRequests > 0)
    need("join", true, noDate, address.myOrganisationPart(lang, "join-requests"), row._count.joinRequests);
  if (lead && row._count.documents === 0 && row.constituency !== "government" && row.state !== "cleared")
    need("document", row.state !== "recorded", noDate, address.myOrganisationPart(lang, "documents"));
  if (!row.description) need("profile", false, noDate, address.myOrganisationPart(lang, "details"));
  return needs.sort((a, b) => Number(b.due) - Number(a.due));
}

/** The last day of an appeal that is still possible, or null. */
async function declinedOn(row: HomeRow): Promise<Date | null> {
  if (row.state !== "declined") return null;
  const events = await db().auditEvent.findMany({
    where: {
      subjectType: "organisation",
      subjectId: row.id,
      event: { in: ["organisation.declined", "organisation.appealed"] },
    },
    orderBy: { seq: "asc" },
  });
  const declined = events.findLast((event) => event.event === "organisation.declined");
  if (!declined || events.some((event) => event.event === "organisation.appealed")) return null;
  const until = new Date(declined.at.getTime() + appealDays * 86_400_000);
  return until > now() ? until : null;
}

/** What the details form shows; the official facts can be changed while they are open (R13). */
export async function getDetails(actor: Person): Promise<DetailsView> {
  const id = ownOrganisation(actor, "organisation.change_profile");
  const row = found(await db().organisation.findUnique({ where: { id } }));
  const text = (value: string | number | null) => (value === null ? undefined : String(value));
  return {
    version: row.version,
    open: openStates.includes(row.state),
    public: publicStates.includes(row.state),
    values: {
      officialName: row.officialName,
      shortName: text(row.shortName),
      names: row.names as Record<string, string>,
      description: text(row.description),
      website: text(row.website),
      publicContact: text(row.publicContact),
      constituency: row.constituency,
      country: text(row.country),
      ituMember: row.ituMember ? "on" : undefined,
      legalForm: text(row.legalForm),
      registrationNumber: text(row.registrationNumber),
      registrationAuthority: text(row.registrationAuthority),
      registeredAddress: text(row.registeredAddress),
      yearFounded: text(row.yearFounded),
      hostOrganisation: text(row.hostOrganisation),
      compactCommitment: row.compactCommitment ? "on" : undefined,
    },
  };
}

/** Documents of the active organisation. */
export async function getDocuments(actor: Person, lang: Language): Promise<DocumentsView> {
  const organisationId = ownOrganisation(actor);
  const rows = await db().organisationDocument.findMany({ where: { organisationId }, orderBy: { uploadedAt: "desc" } });
  return {
    lead: can(actor, "organisation.change_profile", { organisationId }),
    documents: rows.map((row) => ({
      href: address.myDocument(lang, row.id),
      name: row.fileName,
      size: fileSize(row.bytes, lang),
      day: formatDay(row.uploadedAt, lang),
    })),
  };
}

/** A size in megabytes or kilobytes, in words of the language. */
function fileSize(bytes: number, lang: Language): string {
  const mega = bytes >= 1_000_000;
  return formatNumber(mega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)), lang, {
    style: "unit",
    unit: mega ? "megabyte" : "kilobyte",
    maximumFractionDigits: 1,
  });
}

/** Leaders, board members and owners of the active organisation (R15). */
export async function getKeyPeople(actor: Person, lang: Language): Promise<KeyPeopleView> {
  const organisationId = ownOrganisation(actor, "organisation.change_profile");
  const row = found(
    await db().organisation.findUnique({
      where: { id: organisationId },
      select: { state: true, people: { orderBy: [{ role: "asc" }, { fullName: "asc" }] } },
    }),
  );
  const t = getT(lang, "organisations");
  return {
    open: openStates.includes(row.state),
    people: row.people.map((one) => ({
      name: one.fullName,
      originalName: one.originalName,
      role: t(`key_role.${one.role}`),
      nationality: one.nationality ? countryName(one.nationality, lang) : null,
      birthYear: one.birthYear === null ? null : String(one.birthYear),
      removeHref: address.removeKeyPerson(lang, one.id),
    })),
  };
}

/** Where a document lies, for the organisation's people and for staff who may read cases; 404 for everyone else. */
export async function getDocumentFile(actor: Actor, id: string) {
  const row = found(await db().organisationDocument.findUnique({ where: { id } }));
  if (!can(actor, "organisation.read_own", row) && !can(actor, "case.read", row)) throw new NotFound();
  return { key: row.storageKey, fileName: row.fileName, mediaType: row.mediaType };
}
