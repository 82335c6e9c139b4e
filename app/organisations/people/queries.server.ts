import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import type { Membership } from "~/platform/db/generated/client";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { listInvitations } from "../invitations/queries.server";
import { publicStates } from "../lifecycle";
import { ownOrganisation } from "../queries.server";
import { reachable } from "./model";
import type { AskToJoinView, JoinRequestsView, JoinRequestView } from "./pages/join-requests";
import type { MemberView, PeopleView } from "./pages/people";

/** Who may act for the active organisation. */
export async function getPeople(actor: Person, lang: Language): Promise<PeopleView> {
  const organisationId = ownOrganisation(actor);
  const rows = await db().membership.findMany({
    where: { organisationId, endedAt: null },
    include: { account: { select: { name: true } } },
    orderBy: [{ role: "desc" }, { startedAt: "asc" }],
  });
  const t = getT(lang, "organisations");
  const lead = can(actor, "organisation.manage_people", { organisationId });
  return {
    lead,
    joinHref: address.askToJoin(lang, organisationId),
    invitations: lead ? await listInvitations(organisationId, lang, actor.timeZone) : [],
    people: rows.map((row) => ({
      name: row.account.name,
      you: row.accountId === actor.id,
      role: t(`role.${row.role}`),
      since: formatDay(row.startedAt, lang),
      changeHref: lead && row.accountId !== actor.id ? address.member(lang, row.id) : null,
      endHref: lead || row.accountId === actor.id ? address.endMembership(lang, row.id) : null,
    })),
  };
}

/** One member of an organisation: for its leads, and for the member themselves. */
export async function getMember(actor: Person, id: string, lang: Language): Promise<MemberView> {
  const row = found(
    await db().membership.findFirst({ where: { id, endedAt: null }, include: { account: { select: { name: true } } } }),
  );
  const you = row.accountId === actor.id;
  const lead = can(actor, "organisation.manage_people", { organisationId: row.organisationId });
  if (!you && !lead) throw new NotFound();
  return { name: row.account.name, you, role: row.role, successors: you ? await successorsOf(row, lang) : null };
}

/** Who could take the place of the last lead; null for everybody else, who may simply leave. */
async function successorsOf(row: Membership, lang: Language): Promise<MemberView["successors"]> {
  if (row.role !== "lead") return null;
  const others = await db().membership.findMany({
    where: { organisationId: row.organisationId, ...reachable, NOT: { accountId: row.accountId } },
    include: { account: { select: { name: true } } },
    orderBy: { startedAt: "asc" },
  });
  if (others.some(({ role }) => role === "lead")) return null;
  const t = getT(lang, "organisations");
  return others.map(({ id, account, startedAt }) => ({
    id,
    name: account.name,
    since: t("participation.since", { date: formatDay(startedAt, lang) }),
  }));
}

/** Open requests to join the active organisation, oldest first. */
export async function getJoinRequests(actor: Person, lang: Language): Promise<JoinRequestsView> {
  const organisationId = ownOrganisation(actor, "organisation.answer_join_request");
  const rows = await db().joinRequest.findMany({
    where: { organisationId, state: "open" },
    orderBy: { createdAt: "asc" },
  });
  const names = await namesOf(rows.map((row) => row.accountId));
  return {
    requests: rows.map((row) => ({
      href: address.answerJoinRequest(lang, row.id),
      name: names.get(row.accountId)?.name ?? "–",
      day: formatDay(row.createdAt, lang),
    })),
  };
}

/** One open request, for whoever may answer it. */
export async function getJoinRequest(actor: Person, id: string, lang: Language): Promise<JoinRequestView> {
  const row = found(await db().joinRequest.findUnique({ where: { id }, include: { organisation: true } }));
  if (!can(actor, "organisation.answer_join_request", row)) throw new NotFound();
  const person = (await namesOf([row.accountId])).get(row.accountId);
  return {
    organisation: row.organisation.officialName,
    name: person?.name ?? "–",
    // The domain is what tells a colleague from a stranger; leads see the whole address.
    email: person?.email ?? "–",
    message: row.message,
    day: formatDay(row.createdAt, lang),
    open: row.state === "open",
  };
}

/** The organisation somebody asks to join; named only if it has a public page (R9). */
export async function getAskToJoin(organisationId: string): Promise<AskToJoinView> {
  const row = found(await db().organisation.findUnique({ where: { id: organisationId } }));
  if (["removed", "closed"].includes(row.state)) throw new NotFound();
  return { name: publicStates.includes(row.state) ? row.officialName : null };
}

/** A person's own open requests. */
export async function getOwnRequests(actor: Person, lang: Language) {
  const rows = await db().joinRequest.findMany({
    where: { accountId: actor.id, state: "open" },
    include: { organisation: true },
    orderBy: { createdAt: "asc" },
  });
  const t = getT(lang, "organisations");
  return rows.map((row) => ({
    id: row.id,
    name: publicStates.includes(row.organisation.state) ? row.organisation.officialName : t("join.unnamed"),
    day: formatDay(row.createdAt, lang),
  }));
}

async function namesOf(accountIds: string[]): Promise<Map<string, { name: string; email: string }>> {
  const rows = await db().account.findMany({ where: { id: { in: accountIds } } });
  return new Map(rows.map((row) => [row.id, { name: row.name, email: row.email }]));
}
