import type { Person } from "~/access/actor";
import { address } from "~/addresses";
import { now, today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { found } from "~/platform/errors";
import type { Language } from "~/platform/i18n/languages";
import { getT, translateMessage } from "~/platform/i18n/translate";
import { groups } from "~/reference/codes";
import { countriesByName } from "~/reference/countries";
import { currencies, currencyName } from "~/reference/currencies";
import { impliedExtent } from "../benefit/model";
import { fieldTexts } from "../differences/formats/field-texts";
import { pledgeBodyView } from "../formats/pledge-body";
import { stepValues } from "../formats/step-values";
import { isEditable } from "../lifecycle";
import { checkMeasurability, measuredByMilestones } from "../measurability/model";
import { type PublicPledge, pledgedOn, publicParts, publicPledge, type RevisionWithParts } from "../publication/model";
import { getPartnerChoices } from "../together/queries.server";
import { draftProblems, stepStates } from "./model";
import { type DraftStep, stepWords } from "./schema";

/** The id that conform gives the fields of a step: what links to a field ends in `#draft-<field>`. */
export const draftForm = "draft";

/** The newest revision of a pledge of one of the actor's organisations; anything else is `NotFound` (E5). */
export async function getOwnRevision(actor: Person, pledgeId: string): Promise<RevisionWithParts> {
  return found(
    await db().revision.findFirst({
      where: {
        pledgeId,
        pledge: { organisationId: { in: actor.memberships.map((membership) => membership.organisationId) } },
      },
      orderBy: { number: "desc" },
      include: publicParts,
    }),
  );
}

/** The pledges of an organisation that a new one may begin with a copy of: the last fifty that have a title, newest first. */
export async function getCopyable(organisationId: string): Promise<{ value: string; label: string }[]> {
  const revisions = await db().revision.findMany({
    where: { pledge: { organisationId }, title: { not: "" } },
    orderBy: [{ pledgeId: "desc" }, { number: "desc" }],
    distinct: ["pledgeId"],
    take: 50,
    select: { pledgeId: true, title: true, pledge: { select: { reference: true } } },
  });
  return revisions.map(({ pledgeId, title, pledge }) => ({
    value: pledgeId,
    label: [pledge.reference, title].filter(Boolean).join(" · "),
  }));
}

function draftFrame(revision: RevisionWithParts, actor: Person, lang: Language, current: DraftStep | "check") {
  const t = getT(lang, "pledges");
  const pledge = publicPledge(revision);
  const states = stepStates(pledge, today());
  const problems = states.reduce((sum, one) => sum + one.problems, 0);
  const id = revision.pledgeId;
  const stateOf = ({ problems: count, begun }: { problems: number; begun: boolean }) => {
    if (count > 0) return begun ? t("step.to_mend", { count }) : t("step.not_started");
    return begun ? t("step.done") : t("step.optional");
  };
  return {
    pledgeId: id,
    version: revision.version,
    state: revision.state,
    editable: isEditable(revision.state),
    title: revision.title,
    reference: revision.pledge.reference,
    organisation: revision.pledge.organisation.officialName,
    savedAt: revision.version > 0 ? clockTime(revision.updatedAt, lang, actor.timeZone) : undefined,
    steps: [
      ...states.map((one) => ({
        label: t(`step.${stepWords[one.step]}.name`),
        href: address.pledgeStep(lang, id, one.step),
        state: stateOf(one),
        current: one.step === current,
        due: one.problems > 0 && one.begun,
      })),
      {
        label: t("step.check.name"),
        href: address.pledgeStep(lang, id, "check"),
        state: problems > 0 ? t("step.to_mend", { count: problems }) : t("step.ready"),
        current: current === "check",
        due: false,
      },
    ],
    measurability: measurabilityView(pledge, id, lang),
  };
}

/** The measurability check as sentences with links to what mends it; the reviewer sees the same (product.md). */
export function measurabilityView(pledge: PublicPledge, pledgeId: string, lang: Language) {
  const t = getT(lang, "pledges");
  return checkMeasurability(pledge, today()).map(({ criterion, met, reason, mend }) => ({
    criterion: t(`criterion.${criterion}`),
    met,
    reason: translateMessage(lang, `pledges:measurability.${reason}`),
    href: mend && `${address.pledgeStep(lang, pledgeId, mend.step)}#${draftForm}-${mend.field}`,
  }));
}

function clockTime(at: Date, lang: Language, timeZone: string): string {
  const sameDay = at.toISOString().slice(0, 10) === today();
  const date = sameDay ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(lang === "ar" ? "ar-u-nu-latn" : lang, {
    ...date,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}

/** One step of the wizard with what is saved in it. Throws `NotFound` for other organisations' pledges. */
export async function getStepView(actor: Person, pledgeId: string, step: DraftStep, lang: Language) {
  const revision = await getOwnRevision(actor, pledgeId);
  return {
    frame: draftFrame(revision, actor, lang, step),
    step,
    revisionId: revision.id,
    values: stepValues(revision, lang),
    saved: fieldTexts(publicPledge(revision), lang),
    byMilestones: measuredByMilestones(revision.type),
    ...(step === "for-whom" && { beneficiaries: beneficiaryHelp(revision, lang) }),
    ...((step === "how-much" || step === "with-whom") && { currencies: currencyOptions(lang) }),
    ...(step === "with-whom" && { partners: await getPartnerChoices(revision.pledge.organisationId) }),
    ...(step === "measures" && { events: await eventOptions(lang, revision) }),
  };
}

/** Names for the country list, and what the saved countries imply for each group, when pledged and today (R22, R23). */
function beneficiaryHelp(revision: RevisionWithParts, lang: Language) {
  const t = getT(lang, "pledges");
  const pledge = publicPledge(revision);
  const on = pledgedOn(pledge, today());
  const named = pledge.countries.length;
  return {
    countryNames: countriesByName(lang).map(({ name }) => name),
    implied: Object.fromEntries(
      groups.map((group) => {
        const pledged = impliedExtent(pledge.countries, group, (one) => one.basisOn ?? on);
        const current = impliedExtent(pledge.countries, group, today());
        if (named === 0) return [group, t("step.for_whom.implied_nothing")];
        const sentence = t("step.for_whom.implied", { count: named, extent: t(`implied.${pledged}`) });
        return [
          group,
          current === pledged
            ? sentence
            : `${sentence} ${t("step.for_whom.implied_today", { extent: t(`implied.${current}`) })}`,
        ];
      }),
    ) as Record<(typeof groups)[number], string>,
  };
}

const currencyOptions = (lang: Language) =>
  currencies.map((code) => ({ value: code, label: `${code} ${currencyName(code, lang)}` }));

/** Events that still lie ahead, and the one already chosen. */
async function eventOptions(lang: Language, revision: RevisionWithParts) {
  const events = await db().event.findMany({
    where: { cancelled: false, OR: [{ embargoUntil: { gt: now() } }, { id: revision.pledge.eventId ?? undefined }] },
    orderBy: { startsOn: "asc" },
  });
  return events
    .filter((event) => event.id === revision.pledge.eventId || (event.embargoUntil && event.embargoUntil > now()))
    .map((event) => {
      const names = event.names as Record<string, string>;
      return { value: event.id, label: names[lang] ?? names.en ?? event.slug };
    });
}

/** Everything that is still missing, step by step, and what may happen next. */
export async function getCheckView(actor: Person, pledgeId: string, lang: Language) {
  const revision = await getOwnRevision(actor, pledgeId);
  const pledge = publicPledge(revision);
  const t = getT(lang, "pledges");
  return {
    frame: draftFrame(revision, actor, lang, "check"),
    problems: draftProblems(pledge, today()).map(({ step, field, message }) => ({
      key: `${step} ${field}`,
      step: t(`step.${stepWords[step]}.name`),
      href: `${address.pledgeStep(lang, pledgeId, step)}#${draftForm}-${field}`,
      message: translateMessage(lang, message),
    })),
    isLead: actor.memberships.some(
      (one) => one.organisationId === revision.pledge.organisationId && one.role === "lead",
    ),
  };
}

/** The pledge exactly as it will be published, from what is saved now. */
export async function getPreview(actor: Person, pledgeId: string, lang: Language) {
  const revision = await getOwnRevision(actor, pledgeId);
  return {
    pledgeId,
    title: revision.title,
    editable: isEditable(revision.state),
    published: revision.state === "published" && revision.pledge.state !== "unpublished",
    body: pledgeBodyView(publicPledge(revision), lang, today()),
  };
}
