import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { today } from "~/platform/clock";
import { Refused } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT, translateMessage } from "~/platform/i18n/translate";
import { draftProblems } from "../drafting/model";
import { draftForm, getOwnRevision } from "../drafting/queries.server";
import { stepWords } from "../drafting/schema";
import { publicPledge } from "../publication/model";

/**
 * The sign-off of a draft, for leads (`Refused` to others), or the receipt of what was sent. Throws `NotFound` for other organisations'
 * pledges.
 */
export async function getSubmission(actor: Person, pledgeId: string, lang: Language) {
  const revision = await getOwnRevision(actor, pledgeId);
  const { pledge } = revision;
  const open = ["draft", "ready", "changes_requested"].includes(revision.state);
  const subject = { organisationId: pledge.organisationId };
  if (open && !can(actor, "pledge.submit", subject)) throw new Refused("pledge.submit", subject);
  const t = getT(lang, "pledges");
  return {
    signOff: {
      pledgeId,
      title: revision.title,
      organisation: pledge.organisation.officialName,
      version: revision.version,
      again: revision.state === "changes_requested",
      problems: draftProblems(publicPledge(revision), today()).map(({ step, field, message }) => ({
        key: `${step} ${field}`,
        step: t(`step.${stepWords[step]}.name`),
        href: `${address.pledgeStep(lang, pledgeId, step)}#${draftForm}-${field}`,
        message: translateMessage(lang, message),
      })),
    },
    sent:
      !open && pledge.reference && revision.submittedAt
        ? {
            pledgeId,
            title: revision.title,
            reference: pledge.reference,
            submittedOn: formatDay(revision.submittedAt, lang),
          }
        : null,
  };
}

/** What the pages of a single act show: withdrawal, deletion, appeal, revision. */
export async function getAct(actor: Person, pledgeId: string) {
  const { pledge, title, version, state } = await getOwnRevision(actor, pledgeId);
  const published = pledge.state === "published" || pledge.state === "suspended";
  return { pledgeId, title, version, published, revising: published && state !== "published" };
}
