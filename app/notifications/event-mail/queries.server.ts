import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import type { AuditEvent } from "~/platform/db/generated/client";
import type { Language } from "~/platform/i18n/languages";

/** What an event is about, in words that may be sent: names and references, never notes, findings or reasons. */
export interface EventMatter {
  organisation: string;
  organisationId: string | null;
  /** A pledge's title and reference, as its people wrote it. */
  about?: string;
  /** Where a person of the organisation, and where staff, read on. */
  ownPath(lang: Language): string;
  staffPath(lang: Language): string;
}

export async function getEventMatter(event: AuditEvent): Promise<EventMatter> {
  const organisation = event.organisationId
    ? await db().organisation.findUnique({ where: { id: event.organisationId } })
    : null;
  const named = {
    organisation: organisation?.shortName ?? organisation?.officialName ?? "",
    organisationId: event.organisationId,
  };
  const id = event.subjectId ?? "";
  switch (event.subjectType) {
    case "pledge":
      return { ...named, ...(await pledgeMatter(id)) };
    case "case":
      return { ...named, ...(await caseMatter(id)) };
    case "part":
      return {
        ...named,
        ...(await pledgeMatter((event.data as { pledgeId?: string }).pledgeId ?? "")),
        ownPath: (lang) => address.pledgePart(lang, id),
      };
    case "participation":
      return { ...named, ownPath: address.myParticipation, staffPath: (lang) => address.participation(lang, id) };
    case "join_request":
      return {
        ...named,
        // The answer goes to the asker, who reads on at the organisation's own page.
        ownPath:
          event.event === "organisation.join_requested"
            ? (lang) => address.myOrganisationPart(lang, "join-requests")
            : address.myOrganisation,
        staffPath: (lang) => address.coalition(lang),
      };
    case "invitation":
      return {
        ...named,
        ownPath: (lang) => address.myOrganisationPart(lang, "people"),
        staffPath: (lang) => address.coalition(lang),
      };
    case "account":
      return { ...named, ownPath: address.me, staffPath: (lang) => address.staffPerson(lang, id) };
    default: {
      const open = organisation
        ? await db().case.findFirst({
            where: { organisationId: organisation.id, kind: "organisation", closedAt: null },
          })
        : null;
      return { ...named, ownPath: address.myOrganisation, staffPath: caseOrQueue(open?.id) };
    }
  }
}

/** A case is staff's word: the organisation reads of its pledge, or of itself. */
async function caseMatter(id: string): Promise<Omit<EventMatter, "organisation" | "organisationId">> {
  const row = await db().case.findUnique({ where: { id }, select: { pledgeId: true } });
  const matter = row?.pledgeId ? await pledgeMatter(row.pledgeId) : { ownPath: address.myOrganisation };
  return { ...matter, staffPath: caseOrQueue(id) };
}

async function pledgeMatter(id: string): Promise<Omit<EventMatter, "organisation" | "organisationId">> {
  const pledge = await db().pledge.findUnique({
    where: { id },
    include: { revisions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } },
  });
  const open = await db().case.findFirst({ where: { pledgeId: id, closedAt: null } });
  const title = pledge?.revisions[0]?.title;
  // The reference keeps its own direction within a title in Arabic.
  const about = [title, pledge?.reference && `\u2068${pledge.reference}\u2069`].filter(Boolean).join(" · ");
  return { about: about || undefined, ownPath: (lang) => address.myPledge(lang, id), staffPath: caseOrQueue(open?.id) };
}

const caseOrQueue = (caseId: string | undefined) => (lang: Language) =>
  caseId ? address.case(lang, caseId) : address.queue(lang);
