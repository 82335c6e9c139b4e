import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { db } from "~/platform/db/client.server";
import { found, NotFound } from "~/platform/errors";
import { formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { deserted } from "../invitations/transitions.server";
import { stateTone } from "../model";
import { reachable } from "../people/model";
import type { LeadlessRow } from "./components/leadless";
import type { AppointmentView } from "./pages/appointment";

const noLead = { memberships: { none: { role: "lead" as const, ...reachable } } };

/** Registered organisations without a lead who can be reached (R5). Those known from public sources only have nobody to reach. */
export async function listLeadless(actor: Person, lang: Language): Promise<LeadlessRow[]> {
  const rows = await db().organisation.findMany({
    where: { ...noLead, state: { notIn: ["recorded", "removed", "closed"] } },
    include: { _count: { select: { memberships: { where: reachable } } } },
    orderBy: { officialName: "asc" },
  });
  const t = getT(lang, "organisations");
  return rows.map((row) => ({
    id: row.id,
    name: row.officialName,
    state: t(`state.${row.state}`),
    tone: stateTone(row.state),
    people: formatNumber(row._count.memberships, lang),
    appointHref: can(actor, "organisation.appoint_lead", { organisationId: row.id })
      ? address.appointLead(lang, row.id)
      : null,
  }));
}

/** What the secretariat needs to appoint a lead: who acts for the organisation now. `NotFound` where there is a lead. */
export async function getAppointment(actor: Person, id: string): Promise<AppointmentView> {
  const row = found(
    await db().organisation.findFirst({
      where: { id },
      include: {
        memberships: { where: reachable, include: { account: { select: { name: true, email: true } } } },
      },
    }),
  );
  if (deserted.includes(row.state) || !can(actor, "organisation.appoint_lead", { organisationId: id }))
    throw new NotFound();
  return {
    organisation: row.officialName,
    hasLead: row.memberships.some(({ role }) => role === "lead"),
    people: row.memberships.map(({ account }) => ({ name: account.name, email: account.email })),
  };
}
