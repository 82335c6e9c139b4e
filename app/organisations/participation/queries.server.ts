import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Participation } from "~/platform/db/generated/client";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { type FocusArea, focusAreas, isCode, participationGroups } from "~/reference/codes";
import { dayOf, standsOn } from "../model";
import { ownOrganisation } from "../queries.server";
import type { ApplicationView } from "./pages/application";
import type { EndParticipationView, MyParticipationView } from "./pages/my-participation";

/** Where the active organisation takes part, has applied, or took part. */
export async function getMyParticipation(actor: Person, lang: Language): Promise<MyParticipationView> {
  const organisationId = ownOrganisation(actor);
  const row = found(
    await db().organisation.findUnique({
      where: { id: organisationId },
      include: { participations: { orderBy: { appliedAt: "desc" } } },
    }),
  );
  const reference = getT(lang, "reference");
  const lead = can(actor, "participation.apply", { organisationId });
  return {
    lead,
    cleared: row.state === "cleared",
    participations: row.participations.map((one) => ({
      id: one.id,
      area: one.focusArea as FocusArea,
      areaName: reference(`focus_areas.${one.focusArea as FocusArea}`),
      role: reference(`participation_roles.${one.kind}`),
      group: reference(`participation_groups.${one.represents as "youth"}`),
      ...stateOf(one, lang),
      term: termOf(one, lang),
      reason: one.state === "declined" ? one.reason : null,
      endHref:
        lead && (one.state === "applied" || one.state === "admitted") ? address.endMyParticipation(lang, one.id) : null,
    })),
  };
}

/** A participation's state in words, with its mark. */
export function stateOf(
  one: Participation,
  lang: Language,
): { state: string; tone: "half" | "done" | "quiet" | "open" } {
  const t = getT(lang, "organisations");
  if (one.state === "applied") return { state: t("participation.state.applied"), tone: "half" };
  if (one.state === "admitted")
    return standsOn(one, dayOf(now()))
      ? { state: t("participation.state.admitted"), tone: "done" }
      : { state: t("participation.state.later"), tone: "open" };
  return { state: t(`participation.state.${one.state}`), tone: "quiet" };
}

/** First and last day of a term in words; the last day is the one before the end, which is exclusive (R8). */
export function termOf(one: Pick<Participation, "startsOn" | "endsOn">, lang: Language): string | null {
  const t = getT(lang, "organisations");
  if (!one.startsOn) return null;
  const from = formatDay(one.startsOn, lang);
  if (!one.endsOn) return t("participation.term_open", { from });
  return t("participation.term", { from, to: formatDay(new Date(one.endsOn.getTime() - 86_400_000), lang) });
}

/** What the application form begins with. */
export async function getApplication(actor: Person): Promise<ApplicationView> {
  const organisationId = ownOrganisation(actor, "participation.apply");
  const row = found(
    await db().organisation.findUnique({
      where: { id: organisationId },
      include: { participations: { where: { state: { in: ["applied", "admitted"] } } } },
    }),
  );
  return {
    represents: isCode(participationGroups, row.constituency) ? row.constituency : null,
    taken: focusAreas.filter((area) =>
      ["member", "leader"].every((kind) =>
        row.participations.some((one) => one.focusArea === area && one.kind === kind),
      ),
    ),
  };
}

/** One participation of the active organisation that its lead may end. */
export async function getEnding(actor: Person, id: string, lang: Language): Promise<EndParticipationView> {
  const row = found(await db().participation.findUnique({ where: { id } }));
  if (!can(actor, "participation.end_own", row)) throw new NotFound();
  const reference = getT(lang, "reference");
  return {
    role: reference(`participation_roles.${row.kind}`),
    areaName: reference(`focus_areas.${row.focusArea as FocusArea}`),
    applied: row.state === "applied",
  };
}
