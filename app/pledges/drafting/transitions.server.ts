import type { Run } from "~/access/command.server";
import type { Prisma } from "~/platform/db/generated/client";
import { Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { writeParts } from "../together/transitions.server";
import type { lockRevision } from "../transitions.server";
import type { DraftStep, StepValues } from "./schema";

type LockedRevision = Awaited<ReturnType<typeof lockRevision>>;

const orNull = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])) as {
    [Name in keyof T]: Exclude<T[Name], undefined> | (undefined extends T[Name] ? null : never);
  };

/** Writes the fields of one step to a locked revision; what was left empty is emptied. The caller guards state and version. */
export async function writeStep<Step extends DraftStep>(
  run: Run,
  revision: LockedRevision,
  step: Step,
  values: StepValues[Step],
): Promise<void> {
  const writers: { [Name in DraftStep]: (values: StepValues[Name]) => Promise<void> } = {
    what: ({ version: _version, ...rest }) => writeWhat(run, revision, rest),
    "for-whom": (rest) => writeBeneficiaries(run, revision.id, rest),
    "how-much": (rest) => writeAmount(run, revision.id, rest),
    "with-whom": (rest) => writePartners(run, revision, rest),
    measures: (rest) => writeMeasures(run, revision, rest),
  };
  await writers[step](values);
}

async function writeWhat(
  run: Run,
  revision: LockedRevision,
  values: Omit<StepValues["what"], "version">,
): Promise<void> {
  await update(run, revision.id, { ...values, type: values.type ?? null });
  const same = (["title", "summary", "language"] as const).every((field) => values[field] === revision[field]);
  if (same) return;
  // What was accepted as a translation of another text is read again before it is shown (R25).
  await run.tx.translation.updateMany({
    where: { revisionId: revision.id },
    data: { acceptedAt: null, acceptedBy: null },
  });
}

async function update(run: Run, id: string, data: Prisma.RevisionUpdateInput): Promise<void> {
  await run.tx.revision.update({ where: { id }, data });
}

async function writeBeneficiaries(run: Run, id: string, values: StepValues["for-whom"]): Promise<void> {
  const { version: _version, countries, regions, people, ...rest } = values;
  // Country or region lists belong to their own scope only; nothing hidden stays behind.
  const named = rest.scope === "countries" ? countries : [];
  await update(run, id, {
    ...orNull({ ldcExtent: undefined, lldcExtent: undefined, sidsExtent: undefined, ldcShare: undefined }),
    ...orNull(allKeys(rest)),
    regions: rest.scope === "regions" ? regions : [],
    people: people === undefined ? null : BigInt(people),
  });
  const kept = await run.tx.revisionCountry.findMany({ where: { revisionId: id } });
  await run.tx.revisionCountry.deleteMany({ where: { revisionId: id } });
  // A country that stays keeps the day on which its groups are judged (R23).
  await run.tx.revisionCountry.createMany({
    data: named.map(({ iso3, share }) => ({
      revisionId: id,
      iso3,
      share,
      basisOn: kept.find((one) => one.iso3 === iso3)?.basisOn ?? null,
    })),
  });
}

const allKeys = (rest: Omit<StepValues["for-whom"], "version" | "countries" | "regions" | "people">) => ({
  scope: rest.scope,
  beneficiaryNote: rest.beneficiaryNote,
  ldcExtent: rest.ldcExtent,
  ldcShare: rest.ldcShare,
  ldcNote: rest.ldcNote,
  lldcExtent: rest.lldcExtent,
  lldcShare: rest.lldcShare,
  lldcNote: rest.lldcNote,
  sidsExtent: rest.sidsExtent,
  sidsShare: rest.sidsShare,
  sidsNote: rest.sidsNote,
  peopleNote: rest.peopleNote,
  genderShare: rest.genderShare,
});

async function writeAmount(run: Run, id: string, values: StepValues["how-much"]): Promise<void> {
  const stated = values.amountMinor !== null;
  await update(run, id, {
    amountMinor: values.amountMinor,
    currency: values.currency,
    amountBasis: (stated && values.amountBasis) || null,
    years: (stated && values.amountBasis === "per_year" && values.years) || null,
    valueKind: (stated && values.valueKind) || null,
    additionality: (stated && values.additionality) || null,
    amountOrigin: (stated && values.amountOrigin) || null,
    // Converted once, at submission (R24).
    valueState: "none",
    usdMinor: null,
    rate: null,
    rateDate: null,
    rateSource: null,
  });
}

async function writePartners(run: Run, revision: LockedRevision, values: StepValues["with-whom"]): Promise<void> {
  await update(run, revision.id, {
    partners: values.partners,
    links: values.links,
    publicContact: values.publicContact ?? null,
    staffContact: values.staffContact ?? null,
  });
  await writeParts(run, revision, values.coPledgers);
}

async function writeMeasures(run: Run, revision: LockedRevision, values: StepValues["measures"]): Promise<void> {
  const { id, pledgeId } = revision;
  const keys = [...values.indicators, ...values.milestones].flatMap(({ key }) => key ?? []);
  if (new Set(keys).size !== keys.length) throw new Invalid({ "": [msg("error.invalid")] });
  await update(run, id, { startsOn: values.startsOn ?? null, endsOn: values.endsOn ?? null });
  await chooseEvent(run, revision, values.eventId ?? null);
  await run.tx.indicator.deleteMany({ where: { revisionId: id } });
  await run.tx.milestone.deleteMany({ where: { revisionId: id } });
  const earlier = await run.tx.milestone.findMany({ where: { revision: { pledgeId }, done: { not: null } } });
  await run.tx.indicator.createMany({
    data: values.indicators.map((one, position) => ({ ...one, name: one.name ?? "", revisionId: id, position })),
  });
  await run.tx.milestone.createMany({
    data: values.milestones.map(({ key, name, due }, position) => ({
      key,
      name: name ?? "",
      due,
      done: earlier.find((one) => one.key === key)?.done ?? null,
      revisionId: id,
      position,
    })),
  });
}

/** The event at which the pledge is announced: chosen while nothing of it is public, from events that still lie ahead (R4). */
async function chooseEvent(run: Run, revision: LockedRevision, eventId: string | null): Promise<void> {
  const { pledge } = revision;
  if (pledge.eventId === eventId || pledge.state !== "unpublished") return;
  if (eventId) {
    const event = await run.tx.event.findUnique({ where: { id: eventId } });
    if (!event || event.cancelled) throw new Invalid({ eventId: [msg("error.invalid_choice")] });
  }
  await run.tx.pledge.update({ where: { id: pledge.id }, data: { eventId } });
}
