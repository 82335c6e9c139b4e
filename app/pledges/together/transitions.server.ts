import type { Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import type { CoPledger } from "~/platform/db/generated/client";
import { Conflict, found, Invalid, NotFound } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import type { lockRevision } from "../transitions.server";
import { freezeValue, refreezeValue } from "../valuation/transitions.server";
import { partInvited } from "./events";
import { answerDays, liveStates, type PartMove, partLife, shownStates } from "./lifecycle";
import { choiceLabel, isShown, sameTerms, wholePart } from "./model";
import type { PartRow } from "./schema";

type LockedRevision = Awaited<ReturnType<typeof lockRevision>>;

/** A part that is asked anew: whatever was answered and frozen was about something else (R20, R24). */
const askedAnew = {
  state: "invited",
  invitedAt: null,
  confirmedBy: null,
  confirmedAt: null,
  reason: null,
  valueState: "none",
  usdMinor: null,
  rate: null,
  rateDate: null,
  rateSource: null,
} as const;

/**
 * Writes who pledges together, in a locked revision that may be changed. A part that stays as it was keeps its answer; a change of its
 * amount unconfirms it (R20). A name that belongs to one public organisation is that organisation. Throws `Invalid` beside the name.
 */
export async function writeParts(run: Run, revision: LockedRevision, rows: readonly PartRow[]): Promise<void> {
  const { tx } = run;
  const parts = await tx.coPledger.findMany({ where: { revisionId: revision.id } });
  const kept = new Set<string>();
  const organisations = new Set<string>([revision.pledge.organisationId]);
  const names = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const field = `coPledgers[${index}].name`;
    const earlier = parts.find(({ id, key, name }) => !kept.has(id) && (row.key ? key === row.key : name === row.name));
    const named = await partnerOf(tx, row, earlier, field);
    if (named.organisationId === revision.pledge.organisationId)
      throw new Invalid({ [field]: [msg("together:error.own")] });
    if (named.organisationId ? organisations.has(named.organisationId) : names.has(named.name))
      throw new Invalid({ [field]: [msg("error.duplicate")] });
    if (named.organisationId) organisations.add(named.organisationId);
    else names.add(named.name);
    const terms = { ...named, amountMinor: row.amountMinor, currency: row.currency };
    // Another organisation's part is another part.
    if (!earlier || (earlier.organisationId ?? named.organisationId) !== named.organisationId) {
      await tx.coPledger.create({ data: { revisionId: revision.id, ...terms } });
      continue;
    }
    kept.add(earlier.id);
    if (sameTerms(earlier, terms) && earlier.name === named.name) continue;
    await tx.coPledger.update({
      where: { id: earlier.id },
      data: { ...terms, ...askedAnew, version: { increment: 1 } },
    });
  }
  const gone = parts.filter(({ id }) => !kept.has(id));
  await tx.coPledger.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}

/** The organisation that a typed name means, or the name as it is for one that is not on the platform. */
async function partnerOf(tx: Tx, row: PartRow, earlier: CoPledger | undefined, field: string) {
  if (earlier?.organisationId && earlier.name === row.name)
    return { organisationId: earlier.organisationId, name: earlier.name };
  const slug = /\(([a-z0-9-]+)\)$/.exec(row.name)?.[1];
  const equals = { equals: row.name, mode: "insensitive" } as const;
  const meant = await tx.organisation.findMany({
    where: { state: "cleared", OR: [{ officialName: equals }, { shortName: equals }, ...(slug ? [{ slug }] : [])] },
    orderBy: { slug: "asc" },
    take: 10,
  });
  const exact = meant.filter((one) => choiceLabel(one, true) === row.name);
  const [one, ...others] = exact.length > 0 ? exact : meant;
  // A slug that stands behind another name means nobody.
  const isNamed = one && (exact.length > 0 || others.length > 0 || one.slug !== slug);
  if (others.length > 0)
    throw new Invalid({
      [field]: [msg("together:error.several", { names: meant.map((each) => choiceLabel(each, true)).join(" · ") })],
    });
  return isNamed ? { organisationId: one.id, name: one.officialName } : { organisationId: null, name: row.name };
}

/**
 * What submission does for the parts: freezes the value of each on the day `on`, as that of the lead pledger's own (R24), and asks every
 * organisation that was not asked yet.
 */
export async function askPartners(run: Run, revision: LockedRevision, on: string): Promise<void> {
  const { tx } = run;
  const parts = await tx.coPledger.findMany({ where: { revisionId: revision.id }, orderBy: { id: "asc" } });
  const published = await tx.coPledger.findMany({
    where: { revision: { pledgeId: revision.pledgeId, state: "published" }, revisionId: { not: revision.id } },
  });
  for (const part of parts) {
    const earlier = published.find(({ key }) => key === part.key);
    const value = earlier
      ? await refreezeValue(tx, wholePart(part), { ...earlier, ...wholePart(earlier) }, on)
      : await freezeValue(tx, wholePart(part), on);
    const asks = part.state === "invited" && part.organisationId !== null && part.invitedAt === null;
    await tx.coPledger.update({
      where: { id: part.id },
      data: { ...value, ...(asks && { invitedAt: run.now, version: { increment: 1 } }) },
    });
    if (asks)
      run.record({
        event: partInvited,
        subjectType: "part",
        subjectId: part.key,
        organisationId: part.organisationId,
        data: { pledgeId: revision.pledgeId, revisionId: revision.id },
        tell: ["organisation_leads"],
      });
  }
}

/** The rows of a part in all revisions, newest first, with its pledge locked; `current` is what its organisation is shown. */
async function lockPart(tx: Tx, key: string) {
  const { revision } = found(
    await tx.coPledger.findFirst({ where: { key }, select: { revision: { select: { pledgeId: true } } } }),
  );
  await tx.$queryRaw`SELECT 1 FROM pledges WHERE id = ${revision.pledgeId}::uuid FOR UPDATE`;
  const pledge = found(
    await tx.pledge.findUnique({
      where: { id: revision.pledgeId },
      include: { revisions: { select: { signedOffBy: true } } },
    }),
  );
  const rows = await tx.coPledger.findMany({
    where: { key, invitedAt: { not: null }, revision: { state: { in: [...liveStates] } } },
    include: { revision: { select: { state: true } } },
    orderBy: { revision: { number: "desc" } },
  });
  const current = found(rows.find((row) => isShown(row.revision.state)));
  return { pledge, rows, current, signedOffIds: pledge.revisions.flatMap(({ signedOffBy }) => signedOffBy ?? []) };
}

/**
 * Moves a part along its life (R20), in every revision that carries it on the same terms; a withdrawal takes it out of all. `version` is the
 * one the person was looking at. Throws `Refused`, `Conflict`, `Invalid`, `NotFound`.
 */
export async function movePart(
  run: Run,
  key: string,
  move: PartMove,
  options: { version?: number; reason?: string } = {},
): Promise<void> {
  const { actor, tx, now } = run;
  const { pledge, rows, current, signedOffIds } = await lockPart(tx, key);
  const { organisationId } = current;
  if (actor.kind === "person" && !actor.memberships.some((one) => one.organisationId === organisationId))
    throw new NotFound();
  const row = partLife[move];
  run.check(row.permission, { organisationId, signedOffIds, state: current.state });
  if (row.reason === "required" && !options.reason?.trim()) throw new Invalid({ reason: [msg("error.required")] });
  if (pledge.state === "withdrawn" || pledge.state === "removed") throw new Conflict("together:conflict.closed");
  const from = rows.filter(
    (one) =>
      row.from.some((state) => state === one.state) &&
      (move === "withdraw" || sameTerms(one, current)) &&
      (move !== "expire" || (one.invitedAt ?? now) <= expiredSince(now)),
  );
  if (from.length === 0) throw new Conflict(`together:conflict.${current.state}`);
  if (options.version !== undefined && options.version !== current.version)
    throw new Conflict("together:conflict.changed");
  const { count } = await tx.coPledger.updateMany({
    where: { id: { in: from.map(({ id }) => id) }, state: { in: [...row.from] } },
    data: {
      state: row.to,
      version: { increment: 1 },
      reason: options.reason ?? null,
      ...(move === "confirm" && { confirmedAt: now, confirmedBy: actor.kind === "person" ? actor.id : null }),
    },
  });
  if (count !== from.length) throw new Conflict("together:conflict.changed");
  run.record({
    event: row.event,
    subjectType: "pledge",
    subjectId: pledge.id,
    organisationId: pledge.organisationId,
    data: { part: key, partnerId: organisationId, move, from: row.from[0], to: row.to },
    reason: options.reason,
    tell: row.tell,
    public: from.some((one) => one.revision.state === "published"),
  });
}

/** Who was asked at this instant or before has had all the time there is (R20). */
const expiredSince = (now: Date): Date => new Date(now.getTime() - answerDays * 86_400_000);

/** The keys of parts whose organisation did not answer in time. */
export async function overdueParts(tx: Pick<Tx, "coPledger">, now: Date): Promise<string[]> {
  const rows = await tx.coPledger.findMany({
    where: {
      state: "invited",
      organisationId: { not: null },
      invitedAt: { lte: expiredSince(now) },
      revision: { state: { in: [...shownStates] }, pledge: { state: { notIn: ["withdrawn", "removed"] } } },
    },
    distinct: ["key"],
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
