import type { Actor } from "~/access/actor";
import type { Receipt, Run } from "~/access/command.server";
import { found } from "~/platform/errors";
import { isLanguage, languages } from "~/platform/i18n/languages";
import { freezeOnDay, giveReference } from "../submission/transitions.server";
import { lockRevision, moveRevision } from "../transitions.server";
import { pledgeCommand } from "../writing/commands.server";
import { type CompiledRecord, compiledRecord, minorOf, type ReadRecord } from "./schema";

/**
 * Records a pledge known from public announcements and puts it before due diligence on the compiled track (R16): it gets a reference and
 * waits for a reviewer and a different approver. It is never "submitted". Running it again for the same `external_id` changes nothing.
 * Throws a ZodError for a record that is not in the exchange format.
 */
export async function recordCompiledPledge(
  actor: Actor,
  input: { organisationId: string; record: CompiledRecord; eventId?: string | null },
  receipt: Receipt | null = null,
): Promise<{ pledgeId: string; revisionId: string; reference: string }> {
  const record = compiledRecord.parse(input.record);
  return pledgeCommand({ actor, name: "pledge.record", receipt }, async (run) => {
    const known = await run.tx.pledge.findUnique({
      where: { externalId: record.external_id },
      include: { revisions: { orderBy: { number: "asc" }, take: 1 } },
    });
    if (known?.reference)
      return { pledgeId: known.id, revisionId: known.revisions[0]?.id ?? "", reference: known.reference };
    found(await run.tx.organisation.findUnique({ where: { id: input.organisationId } }));
    const { id: pledgeId, revisions } = await run.tx.pledge.create({
      data: {
        organisationId: input.organisationId,
        compiled: true,
        externalId: record.external_id,
        announced: record.announced ?? null,
        eventId: input.eventId ?? null,
        createdAt: run.now,
        createdBy: actor.kind === "person" ? actor.id : null,
        revisions: { create: revisionOf(record, run) },
        observations: {
          create: record.progress.map(({ date, text, figures, source }) => ({
            date: date ?? null,
            text,
            figures,
            source: source ?? null,
            language: record.language,
          })),
        },
      },
      include: { revisions: true },
    });
    const revisionId = found(revisions[0]).id;
    const revision = await lockRevision(run.tx, revisionId);
    const reference = await giveReference(run, revision);
    // "When pledged" is the day of the announcement (R23); unknown, it is the day on which we record it.
    await freezeOnDay(run, revision, record.announced ?? run.now.toISOString().slice(0, 10));
    await moveRevision(run, revisionId, "record", {
      data: { reference, externalId: record.external_id, source: record.source },
    });
    return { pledgeId, revisionId, reference };
  });
}

function revisionOf(record: ReadRecord, run: Run) {
  const { amount, currency } = record;
  return {
    number: 1,
    createdAt: run.now,
    updatedAt: run.now,
    language: record.language,
    title: record.title,
    summary: record.summary,
    description: record.description,
    type: record.type ?? null,
    focusAreas: record.focus_areas,
    sdgs: record.sdgs,
    wsis: record.wsis,
    scope: record.scope ?? (record.countries.length > 0 ? "countries" : null),
    regions: record.regions,
    beneficiaryNote: record.beneficiary_note ?? null,
    ldcExtent: record.ldc_extent ?? null,
    lldcExtent: record.lldc_extent ?? null,
    sidsExtent: record.sids_extent ?? null,
    people: record.people === undefined ? null : BigInt(record.people),
    amountMinor: amount !== undefined && currency !== undefined ? minorOf(amount, currency) : null,
    currency: currency ?? null,
    amountBasis: record.amount_basis ?? null,
    years: record.years ?? null,
    valueKind: record.value_kind ?? null,
    additionality: record.additionality ?? null,
    amountText: record.amount_text ?? null,
    amountOrigin: record.amount_origin ?? null,
    startsOn: record.start ?? null,
    endsOn: record.end ?? null,
    partners: record.partners,
    inferred: record.inferred,
    confidence: record.confidence ?? null,
    source: record.source,
    otherSources: record.other_sources,
    sourceNote: record.source_note ?? null,
    countries: { create: record.countries },
    indicators: {
      create: record.indicators.map(({ baseline_date, ...one }, position) => ({
        ...one,
        baselineDate: baseline_date ?? null,
        position,
      })),
    },
    milestones: { create: record.milestones.map((one, position) => ({ ...one, position })) },
    translations: { create: translationsOf(record, run.now) },
  };
}

/** Translations that came with the record: accepted with it, by the two who confirm the record (R16, R25). */
function translationsOf(record: ReadRecord, now: Date) {
  return languages
    .filter((lang) => lang !== record.language && isLanguage(lang))
    .flatMap((language) => {
      const title = record[`title_${language}`];
      if (!title) return [];
      return [{ language, title, summary: record[`summary_${language}`] ?? "", writtenAt: now, acceptedAt: now }];
    });
}
