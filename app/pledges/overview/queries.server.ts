import type { Person } from "~/access/actor";
import { movesFrom } from "~/access/lifecycle";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import type { PledgeState, RevisionState } from "~/platform/db/generated/enums";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { PledgeType } from "~/reference/codes";
import { isEditable, isOpen, pledgeLife, revisionLife } from "../lifecycle";
import { mayAppeal, publicationBlockers, publicStatus } from "../model";
import { isUnder, type NextActor, nextActor, type PledgeListFilter, type StateTone, stateTone } from "./model";

const rowParts = {
  revisions: { orderBy: { number: "desc" }, take: 1 },
  event: true,
  organisation: true,
} as const satisfies Prisma.PledgeInclude;

type PledgeRow = Prisma.PledgeGetPayload<{ include: typeof rowParts }>;

/** One line of the list of an organisation's pledges. */
export interface MyPledgeLine {
  id: string;
  href: string;
  title: string;
  titleLang?: string;
  reference: string | null;
  type: { code: PledgeType; label: string } | null;
  state: { label: string; tone: StateTone };
  next: { who: NextActor; label: string };
  updatedOn: string;
}

/** The words of a status, whichever of the two lives it belongs to. */
export function statusLabel(status: PledgeState | RevisionState, published: boolean, lang: Language): string {
  const t = getT(lang, "pledges");
  return published ? t(`pledge_state.${status as PledgeState}`) : t(`revision_state.${status as RevisionState}`);
}

function lineOf(pledge: PledgeRow, lang: Language): MyPledgeLine[] {
  const revision = pledge.revisions[0];
  if (!revision) return [];
  const t = getT(lang, "pledges");
  const status = publicStatus(pledge, revision);
  // A public pledge with a revision under way shows the revision: that is what somebody works on.
  const shown = pledge.state === "published" && isOpen(revision.state) ? revision.state : status;
  const who = nextActor(pledge, revision);
  return [
    {
      id: pledge.id,
      href: address.myPledge(lang, pledge.id),
      title: revision.title || t("my.untitled"),
      titleLang: revision.title && revision.language !== lang ? revision.language : undefined,
      reference: pledge.reference,
      type: revision.type && { code: revision.type, label: getT(lang, "reference")(`pledge_types.${revision.type}`) },
      state: {
        label: statusLabel(shown, shown === pledge.state, lang),
        tone: stateTone(shown),
      },
      next: { who, label: t(`next.${who}`) },
      updatedOn: formatDay(revision.updatedAt, lang),
    },
  ];
}

/** An organisation's pledges, most recently changed first. Throws `NotFound` for somebody else's organisation. */
export async function listMyPledges(
  actor: Person,
  organisationId: string,
  lang: Language,
  filter: PledgeListFilter = "all",
): Promise<MyPledgeLine[]> {
  if (!can(actor, "pledge.read_own", { organisationId })) throw new NotFound();
  const pledges = await db().pledge.findMany({ where: { organisationId }, include: rowParts });
  return pledges
    .filter((pledge) => pledge.revisions[0] && isUnder(filter, pledge, pledge.revisions[0]))
    .sort((a, b) => Number(b.revisions[0]?.updatedAt ?? 0) - Number(a.revisions[0]?.updatedAt ?? 0))
    .flatMap((pledge) => lineOf(pledge, lang));
}

/** For the organisation's home: its pledges, how many are public, and those that wait for the organisation. */
export async function getMyPledgesSummary(actor: Person, organisationId: string, lang: Language) {
  const lines = await listMyPledges(actor, organisationId, lang);
  const published = await db().pledge.count({
    where: { organisationId, state: { in: ["published", "completed", "discontinued"] } },
  });
  const isLead = can(actor, "pledge.submit", { organisationId });
  return {
    total: lines.length,
    public: published,
    lines,
    needsYou: lines.filter((line) => line.next.who === "you" || (isLead && line.next.who === "lead")),
  };
}

export type MyPledgesSummary = Awaited<ReturnType<typeof getMyPledgesSummary>>;

/** One pledge of an organisation of the actor: where it stands, whose turn it is, what may be done, what happened. */
export async function getMyPledge(actor: Person, pledgeId: string, lang: Language) {
  const pledge = found(await db().pledge.findUnique({ where: { id: pledgeId }, include: rowParts }));
  const revision = found(pledge.revisions[0]);
  const { organisationId } = pledge;
  if (!can(actor, "pledge.read_own", { organisationId })) throw new NotFound();
  const [line] = lineOf(pledge, lang);
  const t = getT(lang, "pledges");
  const [blocker] =
    revision.state === "cleared"
      ? publicationBlockers({
          now: now(),
          compiled: pledge.compiled,
          pledgeState: pledge.state,
          organisationState: pledge.organisation.state,
          consentAt: revision.consentAt,
          event: pledge.event,
        })
      : [];
  return {
    ...found(line),
    organisation: pledge.organisation.officialName,
    revisionId: revision.id,
    revision: revision.number,
    version: revision.version,
    explanation: blocker ? t(`blocker.${blocker}`) : t(`standing.${standingOf(pledge.state, revision.state)}`),
    reason: ["changes_requested", "declined", "withdrawn"].includes(revision.state) ? revision.reason : null,
    publicHref: pledge.state !== "unpublished" && pledge.reference ? address.pledge(lang, pledge.reference) : null,
    editable: isEditable(revision.state) && can(actor, "pledge.draft", { organisationId }),
    acts: await actsOf(actor, pledge, lang),
    moments: await momentsOf(actor, pledge, lang),
  };
}

export type MyPledgeView = Awaited<ReturnType<typeof getMyPledge>>;

const standingOf = (state: PledgeState, revision: RevisionState) =>
  state === "unpublished" || (state === "published" && isOpen(revision)) ? revision : (`public_${state}` as const);

type Act = { label: string; href: string; primary?: boolean; post?: boolean };

/** What this person may do now: the lifecycle says what is possible, the policy who may. */
async function actsOf(actor: Person, pledge: PledgeRow, lang: Language): Promise<Act[]> {
  const t = getT(lang, "pledges");
  const { id, organisationId } = pledge;
  const revision = found(pledge.revisions[0]);
  const subject = { organisationId };
  const moves = movesFrom(revisionLife, revision.state);
  const at = (act: Parameters<typeof address.pledgeAct>[2]) => address.pledgeAct(lang, id, act);
  const acts: Act[] = [];
  if (isEditable(revision.state) && can(actor, "pledge.draft", subject))
    acts.push({
      label: t("act.go_on"),
      href: address.pledgeStep(lang, id, "what"),
      primary: revision.state === "draft",
    });
  if ((moves.includes("submit") || moves.includes("resubmit")) && can(actor, "pledge.submit", subject))
    acts.push({ label: t("step.check.go_sign_off"), href: at("submission"), primary: revision.state !== "draft" });
  if (moves.includes("back_to_draft") && can(actor, "pledge.back_to_draft", subject))
    acts.push({ label: t("move.back_to_draft"), href: at("draft"), post: true });
  if (moves.includes("appeal") && can(actor, "pledge.appeal", subject) && (await appealOpen(pledge)))
    acts.push({ label: t("move.appeal"), href: at("appeal"), primary: true });
  if (pledge.state === "published" && !isOpen(revision.state) && can(actor, "pledge.draft", subject))
    acts.push({ label: t("act.revise_button"), href: at("revision") });
  const ends = (pledgeLife.withdraw.from as readonly PledgeState[]).includes(pledge.state);
  if ((moves.includes("withdraw") || ends) && can(actor, "pledge.withdraw", subject))
    acts.push({ label: t("move.withdraw"), href: at("withdrawal") });
  if (["draft", "ready"].includes(revision.state) && can(actor, "pledge.delete_draft", subject))
    acts.push({ label: t("act.delete_button"), href: at("deletion") });
  acts.push({ label: t("step.preview"), href: at("preview") });
  return acts;
}

async function appealOpen(pledge: PledgeRow): Promise<boolean> {
  const revision = found(pledge.revisions[0]);
  const appeals = await db().auditEvent.count({
    where: {
      event: revisionLife.appeal.event,
      subjectType: "pledge",
      subjectId: pledge.id,
      data: { path: ["revisionId"], equals: revision.id },
    },
  });
  return mayAppeal(revision.updatedAt, appeals, now());
}

/** Events that the organisation sees; what only staff do among themselves is left out. */
const shownEvents = [
  "pledge.started",
  "pledge.ready",
  "pledge.back_to_draft",
  "pledge.submitted",
  "pledge.recorded",
  "pledge.review_started",
  "pledge.changes_requested",
  "pledge.resubmitted",
  "pledge.cleared",
  "pledge.declined",
  "pledge.appealed",
  "pledge.withdrawn_before_publication",
  "pledge.published",
  "pledge.revision_started",
  "pledge.completed",
  "pledge.reopened",
  "pledge.discontinued",
  "pledge.suspended",
  "pledge.restored",
  "pledge.withdrawn",
  "pledge.removed",
] as const;

/** What happened to a pledge, newest first. Colleagues are named, staff never are. */
async function momentsOf(actor: Person, pledge: PledgeRow, lang: Language) {
  const t = getT(lang, "pledges");
  const entries = await db().auditEvent.findMany({
    where: { subjectType: "pledge", subjectId: pledge.id, event: { in: [...shownEvents] } },
    orderBy: { seq: "desc" },
    take: 100,
  });
  const ids = [...new Set(entries.flatMap((entry) => entry.actorId ?? []))];
  const colleagues = await db().membership.findMany({
    where: { organisationId: pledge.organisationId, accountId: { in: ids } },
    include: { account: { select: { id: true, name: true, state: true } } },
  });
  const names = new Map(
    colleagues.filter((one) => one.account.state !== "deleted").map((one) => [one.accountId, one.account.name]),
  );
  const who = (id: string | null, kind: string) => {
    if (id === actor.id) return t("moment.you");
    if (id && names.has(id)) return names.get(id) ?? "";
    return kind === "system" ? t("moment.platform") : t("moment.staff");
  };
  return entries.map((entry) => ({
    iso: entry.at.toISOString(),
    when: formatDay(entry.at, lang),
    title: t(`moment.${entry.event.replace("pledge.", "") as "submitted"}`),
    by: who(entry.actorId, entry.actorKind),
    reason: (entry.data as { reason?: string }).reason ?? null,
  }));
}
