import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import type { Need } from "~/organisations/model";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { formatDay, formatNumber } from "~/platform/i18n/format";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import type { PledgeType } from "~/reference/codes";
import { isOpen } from "../../lifecycle";
import { getAskedParts } from "../../together/queries.server";
import type { PledgesSummary } from "../components/pledges-summary";
import { isInView, needs, type Standing, stageOf, stageTone, type View, views } from "../model";
import { appealedAmong, standingOf, whoIsNext } from "../queries.server";
import type { MyPledgeRow, MyPledgesView } from "./pages/my-pledges";

const perPage = 25;

interface Listed {
  row: MyPledgeRow;
  standing: Standing;
  changedAt: Date;
}

/**
 * The pledges of an organisation as its own people see them, those that need this person first, then the newest. `asked`: revisions with
 * a question that waits for an answer.
 */
async function listed(
  actor: Person,
  organisationId: string,
  lang: Language,
  asked: ReadonlySet<string>,
): Promise<Listed[]> {
  if (!can(actor, "pledge.read_own", { organisationId })) throw new NotFound();
  const isLead = can(actor, "pledge.submit", { organisationId });
  const pledges = await db().pledge.findMany({
    where: { organisationId },
    include: {
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { translations: { where: { language: lang, acceptedAt: { not: null } }, select: { title: true } } },
      },
    },
  });
  const newest = pledges.flatMap(({ revisions, ...pledge }) => revisions.map((one) => ({ ...one, pledge })));
  const appealed = await appealedAmong(newest);
  const list = newest.map((revision) => {
    const { pledge } = revision;
    const standing = standingOf(revision, appealed, asked);
    const changes = [revision.updatedAt, pledge.publishedAt, pledge.endedOn].flatMap((at) => at?.getTime() ?? []);
    const changedAt = new Date(Math.max(...changes));
    return { standing, changedAt, row: rowOf(revision, standing, changedAt, isLead, lang) };
  });
  return list.sort((a, b) => Number(b.row.due) - Number(a.row.due) || b.changedAt.getTime() - a.changedAt.getTime());
}

function rowOf(
  revision: {
    pledgeId: string;
    number: number;
    state: Standing["revisionState"];
    language: string;
    title: string;
    type: PledgeType | null;
    focusAreas: string[];
    translations: { title: string }[];
    pledge: { state: Standing["pledgeState"]; reference: string | null };
  },
  standing: Standing,
  changedAt: Date,
  isLead: boolean,
  lang: Language,
): MyPledgeRow {
  const t = getT(lang, "my-pledges");
  const states = getT(lang, "pledges");
  const reference = getT(lang, "reference");
  const { pledge, language, type } = revision;
  const translated = language === lang ? revision.title : revision.translations[0]?.title;
  const stage = stageOf(standing);
  const isPublic = pledge.state !== "unpublished";
  const inState = states(`revision_state.${revision.state}`);
  return {
    id: revision.pledgeId,
    href: address.myPledge(lang, revision.pledgeId),
    title: translated || revision.title || t("untitled"),
    titleLang: translated || !revision.title ? undefined : language,
    reference: pledge.reference,
    type: type && { code: type, label: reference(`pledge_types.${type}`) },
    focusAreas: revision.focusAreas.map((area) => ({
      code: area as "access",
      label: reference(`focus_areas.${area as "access"}`),
    })),
    state: isPublic ? states(`pledge_state.${pledge.state}`) : inState,
    tone: stageTone(stage),
    revision:
      isPublic && isOpen(revision.state) ? t("entry.revision", { number: revision.number, state: inState }) : null,
    next: whoIsNext(stage, isLead, lang),
    due: needs(stage, isLead),
    changed: formatDay(changedAt, lang),
  };
}

/** One page of the list in one view, with how many stand in each. Throws `NotFound` for other organisations. */
export async function getMyPledges(
  actor: Person,
  organisationId: string,
  { view, page, asked = new Set() }: { view: View; page: number; asked?: ReadonlySet<string> },
  lang: Language,
): Promise<MyPledgesView> {
  const t = getT(lang, "my-pledges");
  const all = await listed(actor, organisationId, lang, asked);
  const isLead = can(actor, "pledge.submit", { organisationId });
  const inView = (one: View) => all.filter(({ standing }) => isInView(one, standing, isLead));
  const shown = inView(view);
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  return {
    organisation: actor.memberships.find((one) => one.organisationId === organisationId)?.organisationName ?? "",
    view,
    tabs: views.map((one) => ({
      label: t(`view.${one}`),
      count: formatNumber(inView(one).length, lang),
      href: address.myPledges(lang, one === "all" ? "" : `?view=${one}`),
      current: one === view,
    })),
    total: all.length,
    rows: shown.slice((at - 1) * perPage, at * perPage).map(({ row }) => row),
    parts: await getAskedParts(actor, organisationId, lang),
    page: at,
    pages,
  };
}

/** How many of the newest pledges the organisation's home shows. */
const onHome = 8;

/** What the organisation's home says of its pledges: what needs this person now, and the latest ones. */
export async function getMyPledgesSummary(
  actor: Person,
  organisationId: string,
  lang: Language,
  asked: ReadonlySet<string> = new Set(),
): Promise<PledgesSummary & { needs: Need[] }> {
  const t = getT(lang, "my-pledges");
  const all = await listed(actor, organisationId, lang, asked);
  return {
    total: all.length,
    published: all.filter(({ standing }) => standing.pledgeState === "published").length,
    rows: all.slice(0, onHome).map(({ row }) => row),
    needs: all
      .filter(({ row }) => row.due)
      .map(({ row, standing, changedAt }) => {
        const stage = stageOf(standing);
        return {
          key: `pledge-${row.id}`,
          // A draft may rest; what somebody waits for may not.
          due: stage !== "draft",
          when: standing.appealUntil
            ? t("need.until", { date: formatDay(standing.appealUntil, lang) })
            : t("need.since", { date: formatDay(changedAt, lang) }),
          title: t(`need.${stage as "draft"}`),
          note: row.title,
          href: row.href,
        };
      }),
  };
}
