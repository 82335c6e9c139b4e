import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { formatDay, formatList } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { getOwnRevision } from "../../drafting/queries.server";
import { isOpen } from "../../lifecycle";
import { type Act, actsOf, isWithdrawable } from "../model";
import { appealedAmong, leadsOf, standingOf } from "../queries.server";
import type { ActView } from "./pages/act";

/** One act on one pledge: what it does, and whether this person can do it now. */
export async function getActView(actor: Person, pledgeId: string, act: Act, lang: Language): Promise<ActView> {
  const revision = await getOwnRevision(actor, pledgeId);
  const { pledge } = revision;
  const { organisationId } = pledge;
  const standing = standingOf(revision, await appealedAmong([revision]), new Set());
  const possible = actsOf(standing).find((one) => one.act === act);
  const t = getT(lang, "my-pledges");
  const states = getT(lang, "pledges");
  const isPublic = isWithdrawable(pledge.state);
  // A draft was never handed over: of a public pledge only the pledge itself can be withdrawn.
  const handedOver = isOpen(revision.state) && revision.state !== "draft" && revision.state !== "ready";
  return {
    id: pledgeId,
    title: revision.title || t("untitled"),
    reference: pledge.reference,
    version: revision.version,
    refusal: possible ? null : states(act === "appeal" ? "conflict.appeal_closed" : "conflict.pledge_moved"),
    leads:
      possible && !can(actor, possible.permission, { organisationId })
        ? { names: formatList(await leadsOf(organisationId), lang) || null }
        : null,
    isPublic,
    withdraws: isPublic ? (handedOver ? "choose" : "pledge") : "revision",
    hasDraft: isPublic && isOpen(revision.state) && !handedOver,
    until: standing.appealUntil ? formatDay(standing.appealUntil, lang) : null,
  };
}
