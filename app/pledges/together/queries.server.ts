import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { today } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import type { CoPledger } from "~/platform/db/generated/client";
import { found, NotFound } from "~/platform/errors";
import { formatDay } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { formatMoney } from "~/reference/currencies";
import { pledgeBodyView } from "../formats/pledge-body";
import { publicParts, publicPledge } from "../publication/model";
import type { AskedPart, GivenPart } from "./components/parts";
import { answerDays, partLife, shownStates } from "./lifecycle";
import { choiceLabel, partTone } from "./model";
import type { PartView } from "./pages/part";

const openPledge = { state: { notIn: ["withdrawn" as const, "removed" as const] } };

/** An amount as its lead pledger stated it, or that none is stated. */
function amountOf({ amountMinor, currency }: Pick<CoPledger, "amountMinor" | "currency">, lang: Language): string {
  if (amountMinor === null || !currency) return getT(lang, "together")("no_amount");
  return formatMoney(amountMinor, currency, lang);
}

/** The last day on which an organisation that was asked may answer (R20). */
const lastDay = (invitedAt: Date): Date => new Date(invitedAt.getTime() + answerDays * 86_400_000);

/** The parts an organisation is asked to take or has answered for, those that wait first. Throws `NotFound` for other organisations. */
export async function getAskedParts(actor: Person, organisationId: string, lang: Language): Promise<AskedPart[]> {
  if (!can(actor, "part.read", { organisationId })) throw new NotFound();
  const t = getT(lang, "together");
  const rows = await db().coPledger.findMany({
    where: {
      organisationId,
      invitedAt: { not: null },
      revision: { state: { in: [...shownStates] }, pledge: openPledge },
    },
    include: { revision: { include: { pledge: { include: { organisation: true } } } } },
    orderBy: { revision: { number: "desc" } },
  });
  const newest = rows.filter((row, index) => rows.findIndex(({ key }) => key === row.key) === index);
  return newest
    .sort((a, b) => Number(b.state === "invited") - Number(a.state === "invited"))
    .map((row) => ({
      key: row.key,
      href: address.pledgePart(lang, row.key),
      title: row.revision.title,
      titleLang: row.revision.language === lang ? undefined : row.revision.language,
      reference: row.revision.pledge.reference,
      pledger: row.revision.pledge.organisation.officialName,
      amount: amountOf(row, lang),
      state: t(`state.${row.state}`),
      tone: row.state === "invited" ? ("due" as const) : partTone(row.state),
      until:
        row.state === "invited" && row.invitedAt ? t("until", { date: formatDay(lastDay(row.invitedAt), lang) }) : null,
    }));
}

/** What the lead pledger sees of the parts of one revision: who answered what. */
export function givenParts(parts: readonly CoPledger[], lang: Language): GivenPart[] {
  const t = getT(lang, "together");
  return parts.map((part) => ({
    key: part.key,
    name: part.name,
    amount: amountOf(part, lang),
    state: part.organisationId === null ? t("state.not_here") : t(`state.${part.invitedAt ? part.state : "not_asked"}`),
    tone: part.organisationId === null ? "quiet" : partTone(part.state),
    reason: part.reason,
  }));
}

/** One part for its organisation: the pledge as it will be public, what is stated of the part, and what may be answered now. */
export async function getPart(actor: Person, key: string, lang: Language): Promise<PartView> {
  const organisationIds = actor.memberships.map(({ organisationId }) => organisationId);
  const part = found(
    await db().coPledger.findFirst({
      where: {
        key,
        organisationId: { in: organisationIds },
        invitedAt: { not: null },
        revision: { state: { in: [...shownStates] }, pledge: openPledge },
      },
      include: { revision: { include: publicParts }, organisation: true },
      orderBy: { revision: { number: "desc" } },
    }),
  );
  const { revision, organisationId } = part;
  const signers = await db().revision.findMany({
    where: { pledgeId: revision.pledgeId },
    select: { signedOffBy: true },
  });
  const signedOffIds = signers.flatMap(({ signedOffBy }) => signedOffBy ?? []);
  const t = getT(lang, "together");
  const subject = { organisationId, signedOffIds };
  const moves = (["confirm", "decline", "withdraw"] as const)
    .filter((move) => partLife[move].from.some((state) => state === part.state))
    .filter((move) => can(actor, partLife[move].permission, subject));
  const isLead = can(actor, "part.decline", subject);
  return {
    version: part.version,
    title: revision.title,
    pledger: revision.pledge.organisation.officialName,
    organisation: part.organisation?.officialName ?? part.name,
    amount: amountOf(part, lang),
    state: t(`state.${part.state}`),
    tone: partTone(part.state),
    until:
      part.state === "invited" && part.invitedAt
        ? t("until", { date: formatDay(lastDay(part.invitedAt), lang) })
        : null,
    reason: part.reason,
    moves,
    refusal: isLead ? (signedOffIds.includes(actor.id) ? "signer" : null) : "only_leads",
    cleared: part.organisation?.state === "cleared",
    body: pledgeBodyView(publicPledge(revision), lang, today()),
  };
}

/** The organisations that may be named as co-pledgers: public ones, those of the same name told apart. */
export async function getPartnerChoices(ownId: string): Promise<string[]> {
  const organisations = await db().organisation.findMany({
    where: { state: "cleared", id: { not: ownId } },
    select: { officialName: true, slug: true },
    orderBy: { officialName: "asc" },
  });
  const times = new Map<string, number>();
  for (const { officialName } of organisations) times.set(officialName, (times.get(officialName) ?? 0) + 1);
  return organisations.map((one) => choiceLabel(one, (times.get(one.officialName) ?? 0) > 1));
}
