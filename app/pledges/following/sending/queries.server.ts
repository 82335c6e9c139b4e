import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { now, today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { formatDay, formatInstant, formatList } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { differencesInDraft } from "../../differences/queries.server";
import { draftProblems } from "../../drafting/model";
import { getOwnRevision } from "../../drafting/queries.server";
import { pledgeBodyView } from "../../formats/pledge-body";
import { revisionLife } from "../../lifecycle";
import { publicationBlockers } from "../../model";
import { publicPledge, type RevisionWithParts } from "../../publication/model";
import { consentVersion } from "../../submission/schema";
import { leadsOf } from "../queries.server";
import type { ReceiptView } from "./pages/receipt";
import type { SignOffView } from "./pages/sign-off";

const sendable = (state: string) =>
  ([...revisionLife.submit.from, ...revisionLife.resubmit.from] as string[]).includes(state);

const titleOf = (revision: RevisionWithParts, lang: Language) => revision.title || getT(lang, "my-pledges")("untitled");

/** What is sent and what becomes public, for the lead who signs off; the way to ask for it, for an author. */
export async function getSignOff(actor: Person, pledgeId: string, lang: Language): Promise<SignOffView> {
  const revision = await getOwnRevision(actor, pledgeId);
  const { pledge } = revision;
  const { organisationId, organisation } = pledge;
  const content = publicPledge(revision);
  const body = pledgeBodyView(content, lang, today());
  const isLead = can(actor, "pledge.submit", { organisationId });
  const mayAsk = (revisionLife.ask_sign_off.from as readonly string[]).includes(revision.state);
  const states = getT(lang, "pledges");
  const blockers = publicationBlockers({
    now: now(),
    compiled: pledge.compiled,
    pledgeState: pledge.state,
    organisationState: organisation.state,
    consentAt: now(),
    event: pledge.event,
  });
  return {
    id: pledgeId,
    title: titleOf(revision, lang),
    version: revision.version,
    way: !sendable(revision.state) ? "closed" : isLead ? "submit" : mayAsk ? "ask" : "lead_only",
    again: revision.state === "changes_requested",
    closed: states(`conflict.${revision.state}`),
    problems: draftProblems(content, today()).length,
    checkHref: address.pledgeStep(lang, pledgeId, "check"),
    leads: formatList(await leadsOf(organisationId), lang) || null,
    organisation: organisation.officialName,
    figures: body.figures,
    differences: await differencesInDraft(revision, lang),
    contacts: { public: revision.publicContact, staff: revision.staffContact },
    event: eventOf(revision, lang),
    blockers: blockers.map((blocker) => states(`blocker.${blocker}`)),
    mayCommit: states(`consent.${consentVersion}.commit`, { organisation: organisation.officialName }),
    consent: states(`consent.${consentVersion}.publish`),
  };
}

function eventOf({ pledge: { event } }: RevisionWithParts, lang: Language): string | null {
  if (!event) return null;
  const names = event.names as Record<string, string>;
  const name = names[lang] ?? names.en ?? event.slug;
  return event.embargoUntil ? `${name}, ${formatDay(event.embargoUntil, lang)}` : name;
}

/** The receipt of what was sent last, or null while the pledge has not been sent. */
export async function getReceipt(actor: Person, pledgeId: string, lang: Language): Promise<ReceiptView | null> {
  const revision = await getOwnRevision(actor, pledgeId);
  const { reference } = revision.pledge;
  if (!revision.submittedAt || !reference || sendable(revision.state)) return null;
  const signer = revision.signedOffBy
    ? await db().account.findUnique({ where: { id: revision.signedOffBy }, select: { name: true } })
    : null;
  const states = getT(lang, "pledges");
  return {
    id: pledgeId,
    title: titleOf(revision, lang),
    reference,
    organisation: revision.pledge.organisation.officialName,
    at: formatInstant(revision.submittedAt, lang, actor.timeZone),
    by: signer?.name ?? null,
    consent: revision.consentVersion === consentVersion ? states(`consent.${consentVersion}.publish`) : null,
  };
}
