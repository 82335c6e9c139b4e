import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now, today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { RevisionState } from "~/platform/db/generated/enums";
import { formatDay, formatList } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT, translateMessage } from "~/platform/i18n/translate";
import { draftProblems } from "../drafting/model";
import { draftForm, getOwnRevision, measurabilityView } from "../drafting/queries.server";
import { pledgeBodyView } from "../formats/pledge-body";
import { isEditable, isOpen, revisionLife } from "../lifecycle";
import { publicationBlockers } from "../model";
import { publicPledge, type RevisionWithParts } from "../publication/model";
import { givenParts } from "../together/queries.server";
import { getHistory } from "./history/queries.server";
import { type Act, actsOf, appealEnd, needs, nextActor, type Stage, type Standing, stageOf, stageTone } from "./model";
import type { MyPledgeView } from "./pages/my-pledge";

/** Of these revisions, those whose refusal was appealed already: one appeal is all there is (R12). */
export async function appealedAmong(revisions: { pledgeId: string; state: RevisionState }[]): Promise<Set<string>> {
  const declined = revisions.filter(({ state }) => state === "declined").map(({ pledgeId }) => pledgeId);
  if (declined.length === 0) return new Set();
  const entries = await db().auditEvent.findMany({
    where: { event: revisionLife.appeal.event, subjectType: "pledge", subjectId: { in: declined } },
    select: { data: true },
  });
  return new Set(entries.flatMap(({ data }) => (data as { revisionId?: string }).revisionId ?? []));
}

/** Where the newest revision of a pledge stands. `asked`: revisions with a question that waits for an answer. */
export function standingOf(
  revision: Pick<RevisionWithParts, "id" | "state" | "updatedAt"> & {
    pledge: Pick<RevisionWithParts["pledge"], "state">;
  },
  appealed: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): Standing {
  const declined = revision.state === "declined";
  return {
    pledgeState: revision.pledge.state,
    revisionState: revision.state,
    appealUntil: declined ? appealEnd(revision.updatedAt, appealed.has(revision.id), now()) : null,
    asked: asked.has(revision.id),
  };
}

/** "you", or who else: as people read it. */
export function whoIsNext(stage: Stage, isLead: boolean, lang: Language): string {
  const t = getT(lang, "my-pledges");
  return needs(stage, isLead) ? t("who.you") : t(`who.${nextActor(stage)}`);
}

/** The leads of an organisation by name. */
export async function leadsOf(organisationId: string): Promise<string[]> {
  const leads = await db().membership.findMany({
    where: { organisationId, role: "lead", endedAt: null },
    orderBy: { startedAt: "asc" },
    select: { account: { select: { name: true } } },
  });
  return leads.map(({ account }) => account.name);
}

/** The address of each act; drafting goes on at the first step with something to mend. */
function hrefOf(act: Act, pledgeId: string, lang: Language, firstStep: string): string {
  const to = (name: Parameters<typeof address.pledgeAct>[2]) => address.pledgeAct(lang, pledgeId, name);
  const addresses: Record<Act, string> = {
    continue: address.pledgeStep(lang, pledgeId, firstStep),
    ask_sign_off: to("sign-off"),
    submit: to("sign-off"),
    resubmit: to("sign-off"),
    back_to_draft: to("draft"),
    appeal: to("appeal"),
    revise: to("revision"),
    withdraw: to("withdrawal"),
    delete_draft: to("deletion"),
  };
  return addresses[act];
}

/** One pledge for its own people: where it stands, who must act, what they can do, what has happened. */
export async function getMyPledge(
  actor: Person,
  pledgeId: string,
  lang: Language,
  asked: ReadonlySet<string> = new Set(),
): Promise<MyPledgeView> {
  const revision = await getOwnRevision(actor, pledgeId);
  const { pledge } = revision;
  const { organisationId } = pledge;
  const standing = standingOf(revision, await appealedAmong([revision]), asked);
  const stage = stageOf(standing);
  const content = publicPledge(revision);
  const body = pledgeBodyView(content, lang, today());
  const isLead = can(actor, "pledge.submit", { organisationId });
  const editable = isEditable(revision.state);
  const problems = editable ? draftProblems(content, today()) : [];
  const t = getT(lang, "my-pledges");
  const states = getT(lang, "pledges");
  const published = pledge.state !== "unpublished";
  const history = await getHistory(actor, pledgeId, lang);
  const changed = revision.updatedAt.toISOString() > (history.at(-1)?.iso ?? "");
  return {
    id: pledgeId,
    revisionId: revision.id,
    title: body.title.text ? body.title : null,
    reference: pledge.reference,
    organisation: pledge.organisation.shortName ?? pledge.organisation.officialName,
    type: body.type,
    focusAreas: body.focusAreas,
    figures: body.figures.some(({ none }) => none) ? [] : body.figures,
    state: published ? states(`pledge_state.${pledge.state}`) : states(`revision_state.${revision.state}`),
    tone: stageTone(stage),
    revision:
      published && isOpen(revision.state)
        ? t("entry.revision", { number: revision.number, state: states(`revision_state.${revision.state}`) })
        : null,
    publicHref: published && pledge.reference ? address.pledge(lang, pledge.reference) : null,
    editable,
    next: {
      due: needs(stage, isLead),
      who: whoIsNext(stage, isLead, lang),
      sentences: nextSentences(revision, standing, problems.length, lang),
    },
    ...(await actsFor(actor, revision, standing, { firstStep: problems[0]?.step ?? "check", changed }, lang)),
    parts: givenParts(revision.coPledgers, lang),
    problems: problems.map(({ step, field, message }) => ({
      key: `${step} ${field}`,
      href: `${address.pledgeStep(lang, pledgeId, step)}#${draftForm}-${field}`,
      text: translateMessage(lang, message),
    })),
    measurability: isOpen(revision.state)
      ? measurabilityView(content, pledgeId, lang).map((one) => ({ ...one, href: editable ? one.href : undefined }))
      : [],
    history,
  };
}

function nextSentences(revision: RevisionWithParts, standing: Standing, problems: number, lang: Language): string[] {
  const t = getT(lang, "my-pledges");
  const states = getT(lang, "pledges");
  const { pledge } = revision;
  const stage = stageOf(standing);
  const sentences = [
    stage === "draft" && problems === 0
      ? t("next.complete")
      : t(`next.${stage}`, { date: standing.appealUntil ? formatDay(standing.appealUntil, lang) : "" }),
  ];
  const blockers = publicationBlockers({
    now: now(),
    compiled: pledge.compiled,
    pledgeState: pledge.state,
    organisationState: pledge.organisation.state,
    consentAt: revision.state === "cleared" ? revision.consentAt : now(),
    event: pledge.event,
  });
  if (isOpen(revision.state)) for (const blocker of blockers) sentences.push(states(`blocker.${blocker}`));
  if (isOpen(revision.state) && pledge.state === "published") sentences.push(t("next.revision"));
  return sentences;
}

const sends: readonly Act[] = ["submit", "resubmit", "ask_sign_off"];

/** What this person can do now, the leading act first, and what only a lead can. `changed`: since it came back. */
async function actsFor(
  actor: Person,
  revision: RevisionWithParts,
  standing: Standing,
  { firstStep, changed }: { firstStep: string; changed: boolean },
  lang: Language,
): Promise<Pick<MyPledgeView, "acts" | "onlyLeads">> {
  const t = getT(lang, "my-pledges");
  const { organisationId } = revision.pledge;
  const possible = actsOf(standing);
  const allowed = possible.filter(({ permission }) => can(actor, permission, { organisationId }));
  const maySubmit = allowed.some(({ act }) => act === "submit");
  const complete = firstStep === "check";
  // A lead signs off directly, asking is for those who cannot; and nothing goes while something is missing.
  const shown = allowed.filter(
    ({ act }) => !sends.includes(act) || (complete && !(act === "ask_sign_off" && maySubmit)),
  );
  // After a request for changes, making them comes before sending again.
  const changing = standing.revisionState === "changes_requested" && !changed;
  const leading: Act[] = complete && !changing ? [...sends, "appeal", "revise"] : ["continue", "appeal", "revise"];
  const main = shown.find(({ act }) => leading.includes(act))?.act;
  const refused = possible.filter(({ act }) => !allowed.some((one) => one.act === act));
  const label = (act: Act) =>
    act === "continue" && standing.revisionState === "changes_requested" ? t("act.change") : t(`act.${act}`);
  return {
    acts: [...shown]
      .sort((a, b) => Number(b.act === main) - Number(a.act === main))
      .map(({ act }) => ({
        act,
        label: label(act),
        href: hrefOf(act, revision.pledgeId, lang, firstStep),
        main: act === main,
        last: act === "withdraw" || act === "delete_draft",
      })),
    onlyLeads:
      refused.length > 0
        ? {
            acts: refused.map(({ act }) => label(act)),
            names: formatList(await leadsOf(organisationId), lang) || null,
          }
        : null,
  };
}
