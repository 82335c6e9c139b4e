import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now, today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { found } from "~/platform/errors";
import { formatDay, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import {
  type FocusArea,
  focusAreas,
  isCode,
  type ParticipationGroup,
  participationGroups,
  regions,
} from "~/reference/codes";
import { countryName, regionOf } from "~/reference/countries";
import { listLeadless } from "../leads/queries.server";
import { dayOf, standsOn, stateTone } from "../model";
import { stateOf, termOf } from "../participation/queries.server";
import { reachable, staffAnswerAfterDays } from "../people/model";
import type { AreaView, BalanceRow, CoalitionView } from "./pages/coalition";
import type { ParticipationView } from "./pages/participation";

/** Seats of Leaders in one focus area (R8). */
const seatCount = 5;

type Row = Prisma.ParticipationGetPayload<{ include: { organisation: true } }>;

const nameOf = (row: Row) => row.organisation.shortName ?? row.organisation.officialName;

/** Applications to decide, who leads and belongs to each focus area, and requests to join that nobody answers. */
export async function getCoalition(actor: Person, lang: Language): Promise<CoalitionView> {
  const rows = await db().participation.findMany({
    where: { state: { in: ["applied", "admitted"] } },
    include: { organisation: true },
    orderBy: [{ startsOn: "asc" }, { appliedAt: "asc" }],
  });
  const reference = getT(lang, "reference");
  const t = getT(lang, "organisations");
  return {
    applications: rows
      .filter((row) => row.state === "applied")
      .map((row) => ({
        href: address.participation(lang, row.id),
        organisation: nameOf(row),
        area: row.focusArea as FocusArea,
        areaName: reference(`focus_areas.${row.focusArea as FocusArea}`),
        role: reference(`participation_roles.${row.kind}`),
        day: formatDay(row.appliedAt, lang),
        state: t(`state.${row.organisation.state}`),
        tone: stateTone(row.organisation.state),
      })),
    areas: focusAreas.map((area) => areaOf(area, rows, lang)),
    joinRequests: await waitingRequests(actor, lang),
    leadless: await listLeadless(actor, lang),
  };
}

function areaOf(area: FocusArea, rows: Row[], lang: Language): AreaView {
  const reference = getT(lang, "reference");
  const t = getT(lang, "organisations");
  const at = dayOf(now());
  const ours = rows.filter(
    (row) => row.focusArea === area && row.state === "admitted" && (!row.endsOn || row.endsOn > at),
  );
  const leaders = ours.filter((row) => row.kind === "leader");
  const members = ours.filter((row) => row.kind === "member");
  const sitting = leaders.filter((row) => standsOn(row, at)).length;
  const entry = (row: Row) => ({
    id: row.id,
    href: address.participation(lang, row.id),
    name: nameOf(row),
    group: reference(`participation_groups.${row.represents as ParticipationGroup}`),
    region: regionName(row, lang),
    term: termOf(row, lang) ?? "–",
    hidden: row.organisation.state !== "cleared",
  });
  return {
    area,
    name: reference(`focus_areas.${area}`),
    note: t("coalition.seats_note", { held: sitting, seats: seatCount }),
    leaders: leaders.map(entry),
    held: sitting,
    seats: seatCount,
    members: members.map(entry),
    groups: balance(
      ours,
      participationGroups,
      (row) => row.represents,
      (code) => reference(`participation_groups.${code}`),
      lang,
    ),
    regions: balance(
      ours,
      regions,
      (row) => regionOf(row.organisation.country ?? ""),
      (code) => reference(`regions.${code}`),
      lang,
    ),
  };
}

function regionName(row: Row, lang: Language): string {
  const region = regionOf(row.organisation.country ?? "");
  return region ? getT(lang, "reference")(`regions.${region}`) : "–";
}

/** How leaders and members spread over groups or regions; also the groups that are missing. */
function balance<Code extends string>(
  rows: Row[],
  codes: readonly Code[],
  codeOf: (row: Row) => string | undefined,
  label: (code: Code) => string,
  lang: Language,
): BalanceRow[] {
  const counts = codes.map((code) => rows.filter((row) => codeOf(row) === code));
  const most = Math.max(1, ...counts.map((list) => list.length));
  return codes.map((code, index) => {
    const list = counts[index] ?? [];
    const leaders = list.filter((row) => row.kind === "leader").length;
    return {
      label: label(code),
      share: list.length / most,
      leaders: formatNumber(leaders, lang),
      members: formatNumber(list.length - leaders, lang),
    };
  });
}

/** Requests to join that the secretariat may answer: no lead, or seven days without an answer (R5). */
async function waitingRequests(actor: Person, lang: Language): Promise<CoalitionView["joinRequests"]> {
  if (!can(actor, "organisation.answer_join_request")) return [];
  const rows = await db().joinRequest.findMany({
    where: {
      state: "open",
      OR: [
        { createdAt: { lte: new Date(now().getTime() - staffAnswerAfterDays * 86_400_000) } },
        { organisation: { memberships: { none: { role: "lead", ...reachable } } } },
      ],
    },
    include: { organisation: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    href: address.staffJoinRequest(lang, row.id),
    organisation: row.organisation.officialName,
    day: formatDay(row.createdAt, lang),
  }));
}

/** One participation with everything its decision needs. */
export async function getParticipation(actor: Person, id: string, lang: Language): Promise<ParticipationView> {
  const row: Row = found(await db().participation.findUnique({ where: { id }, include: { organisation: true } }));
  const { organisation } = row;
  const seated = await db().participation.findMany({
    where: { focusArea: row.focusArea, kind: "leader", state: "admitted", NOT: { id } },
    include: { organisation: true },
    orderBy: { startsOn: "asc" },
  });
  const t = getT(lang, "organisations");
  const reference = getT(lang, "reference");
  const ownGroup = isCode(participationGroups, organisation.constituency);
  return {
    id,
    version: row.version,
    organisation: organisation.officialName,
    organisationState: t(`state.${organisation.state}`),
    organisationTone: stateTone(organisation.state),
    cleared: organisation.state === "cleared",
    constituency: reference(`constituencies.${organisation.constituency as "academia"}`),
    country: organisation.country ? countryName(organisation.country, lang) : null,
    kind: row.kind,
    role: reference(`participation_roles.${row.kind}`),
    area: row.focusArea as FocusArea,
    areaName: reference(`focus_areas.${row.focusArea as FocusArea}`),
    represents: row.represents as ParticipationGroup,
    group: reference(`participation_groups.${row.represents as ParticipationGroup}`),
    groupNeedsReason: !ownGroup,
    statement: row.statement,
    applied: formatDay(row.appliedAt, lang),
    ...stateOf(row, lang),
    open: row.state === "applied",
    standing: row.state === "admitted",
    term: termOf(row, lang),
    consultation: row.consultation,
    reason: row.reason,
    today: today(),
    mayDecide: can(actor, "participation.decide", row),
    seats: row.kind === "leader" ? seated.map((one) => ({ name: nameOf(one), term: termOf(one, lang) ?? "–" })) : null,
  };
}
