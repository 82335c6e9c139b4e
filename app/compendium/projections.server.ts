import { bumpContentVersion, type DomainEvent } from "~/access/command.server";
import { namedRegions } from "~/counting/totals/model";
import { now } from "~/platform/clock";
import { db, type Tx } from "~/platform/db/client.server";
import { languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { countedStatuses, isCode, type Region, valueBand } from "~/reference/codes";
import { countryName } from "~/reference/countries";
import { projectOrganisationRow } from "./organisation/projections.server";
import { readReports, writeReports } from "./progress/projections.server";
import {
  organisationName,
  type PledgeRecord,
  type StoredRecord,
  storeCounted,
  type TraceRecord,
  textIn,
} from "./record/model";
import {
  countedOf,
  getPledgeSource,
  getPublishedRevision,
  type PledgeSource,
  recordOf,
  traceOf,
} from "./record/queries.server";
import { configOf, indexText, plainText } from "./search/model";

/** Keeps the read model in step: `server` registers it for every event that changes public data (E1, E7). */
export async function projectEvent(tx: Tx, event: DomainEvent): Promise<void> {
  const { subjectType, subjectId, organisationId } = event;
  if (subjectType === "pledge" && subjectId) return projectPledge(tx, subjectId);
  if (subjectType === "revision" && subjectId) {
    const revision = await tx.revision.findUnique({ where: { id: subjectId }, select: { pledgeId: true } });
    if (revision) await projectPledge(tx, revision.pledgeId);
    return;
  }
  if ((subjectType === "report" || subjectType === "report_request") && subjectId) {
    const about = { where: { id: subjectId }, select: { pledgeId: true } };
    const row = await (subjectType === "report" ? tx.report.findUnique(about) : tx.reportRequest.findUnique(about));
    if (row) await projectPledge(tx, row.pledgeId);
    return;
  }
  const organisation = subjectType === "organisation" ? subjectId : organisationId;
  if (organisation) await projectOrganisation(tx, organisation);
}

/** Rebuilds everything public about an organisation and about the pledges that name it. */
export async function projectOrganisation(tx: Tx, organisationId: string): Promise<void> {
  const pledges = await tx.pledge.findMany({
    where: {
      state: { not: "unpublished" },
      OR: [{ organisationId }, { revisions: { some: { coPledgers: { some: { organisationId } } } } }],
    },
    select: { id: true },
  });
  for (const { id } of pledges) await projectPledge(tx, id);
  await projectOrganisationRow(tx, organisationId);
}

/** Rebuilds one pledge's public rows from scratch; running it again changes nothing. Nothing unpublished leaves a trace (R3). */
export async function projectPledge(tx: Tx, pledgeId: string): Promise<void> {
  const pledge = await getPledgeSource(tx, pledgeId);
  const named = await tx.$queryRaw<{ id: string }[]>`
    SELECT unnest(organisation_ids || organisation_id) AS id FROM compendium_pledges WHERE id = ${pledgeId}::uuid`;
  await tx.$executeRaw`DELETE FROM compendium_pledges WHERE id = ${pledgeId}::uuid`;
  const organisations = new Set(named.map(({ id }) => id));
  if (pledge && pledge.state !== "unpublished" && pledge.reference && pledge.publishedAt) {
    organisations.add(pledge.organisationId);
    for (const id of await writePledge(tx, pledge)) organisations.add(id);
  }
  for (const id of organisations) await projectOrganisationRow(tx, id);
}

/** Writes the rows of a pledge that has a public page; answers the organisations it names. */
async function writePledge(tx: Tx, pledge: PledgeSource): Promise<string[]> {
  if (pledge.state === "suspended" || pledge.organisation.state === "suspended") {
    await writeTrace(tx, pledge, traceOf(pledge, "suspended"));
    return [];
  }
  const published = await getPublishedRevision(tx, pledge);
  if (pledge.state === "withdrawn" || pledge.state === "removed" || !published) {
    await writeTrace(tx, pledge, traceOf(pledge, pledge.state === "withdrawn" ? "withdrawn" : "removed"));
    return [pledge.organisationId];
  }
  const counted = countedOf(pledge, published);
  const { reporting, accepted } = await readReports(tx, pledge, published);
  const record = recordOf(pledge, published, counted, reporting);
  const { revision } = published;
  const organisationIds = [pledge.organisationId, ...published.partners.keys()];
  const value = record.countedUsdMinor === null ? null : BigInt(record.countedUsdMinor);
  const groups = [...new Set(counted?.countries.flatMap(({ groupsWhenPledged }) => groupsWhenPledged) ?? [])];
  const joint = published.partners.size > 0 || record.pledge.reportedParts.length > 0;
  if (record.event && pledge.event) await writeEvent(tx, pledge.event);
  await tx.$executeRaw`
    INSERT INTO compendium_pledges (id, reference, state, listed, organisation_id, organisation_ids, compiled, type, focus_areas, constituency,
      organisation_country, scope, regions, countries, groups_pledged, sdgs, year, event, value_usd_minor, value_band, joint, delivery,
      last_report_on, last_report_at, disbursed_usd_minor, first_due_on, sort_on, ends_on, observed_on, published_at, updated_at, counted,
      record)
    VALUES (${pledge.id}::uuid, ${record.reference}, ${record.state}, true, ${pledge.organisationId}::uuid, ${organisationIds}::uuid[],
      ${pledge.compiled}, ${revision.type}::text, ${revision.focusAreas}::text[], ${pledge.organisation.constituency},
      ${pledge.organisation.country}, ${revision.scope}, ${counted ? [...namedRegions(counted)] : []}::text[],
      ${counted?.countries.map(({ iso3 }) => iso3) ?? []}::text[], ${groups}::text[], ${revision.sdgs}::int[], ${counted?.year ?? null},
      ${record.event?.slug ?? null}, ${value}, ${valueBand(value)}, ${joint}, ${reporting.delivery}::text,
      ${reporting.lastReportOn}, ${reporting.lastReportAt}::timestamptz, ${reporting.disbursedUsdMinor}::bigint, ${reporting.firstDueOn},
      ${sortDay(record, pledge.compiled)}, ${revision.endsOn}, ${record.observations.at(-1)?.date ?? null}, ${pledge.publishedAt},
      ${revision.publishedAt ?? pledge.publishedAt},
      ${counted && isCode(countedStatuses, record.state) ? JSON.stringify(storeCounted(counted)) : null}::jsonb,
      ${JSON.stringify(record)}::jsonb)`;
  await writeTexts(tx, pledge.id, record);
  await writeReports(tx, pledge, published, accepted);
  return organisationIds;
}

/** The day by which lists put the newest first: when it was announced, else when it became public. */
function sortDay(record: StoredRecord, compiled: boolean): string {
  const announced = record.kind === "pledge" ? record.pledge.announced : record.announced;
  return announced ?? (compiled ? "" : record.publishedOn);
}

async function writeTrace(tx: Tx, pledge: PledgeSource, record: TraceRecord): Promise<void> {
  const listed = record.state !== "suspended";
  const organisations = listed ? [pledge.organisationId] : [];
  await tx.$executeRaw`
    INSERT INTO compendium_pledges (id, reference, state, listed, organisation_id, organisation_ids, compiled, focus_areas, regions,
      countries, groups_pledged, sdgs, value_band, joint, sort_on, published_at, updated_at, record)
    VALUES (${pledge.id}::uuid, ${record.reference}, ${record.state}, ${listed}, ${pledge.organisationId}::uuid, ${organisations}::uuid[],
      ${pledge.compiled}, '{}', '{}', '{}', '{}', '{}', 'none', false, ${sortDay(record, pledge.compiled)}, ${pledge.publishedAt},
      ${pledge.endedOn ?? pledge.publishedAt}, ${JSON.stringify(record)}::jsonb)`;
  if (!record.title || !record.organisation) return;
  for (const lang of languages) {
    const organisation = organisationName(record.organisation, lang);
    await writeText(tx, pledge.id, lang, {
      title: record.title,
      summary: "",
      sourceLang: record.language ?? "en",
      organisation,
      names: [record.organisation.name, record.reference],
      rest: [],
    });
  }
}

async function writeEvent(tx: Tx, event: NonNullable<PledgeSource["event"]>): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO compendium_events (id, slug, names, place, starts_on)
    VALUES (${event.id}::uuid, ${event.slug}, ${JSON.stringify(event.names)}::jsonb, ${event.place}, ${event.startsOn})
    ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, names = excluded.names, place = excluded.place, starts_on = excluded.starts_on`;
}

async function writeTexts(tx: Tx, pledgeId: string, { pledge, reference }: PledgeRecord): Promise<void> {
  for (const lang of languages) {
    const shown = textIn(pledge, lang);
    const t = getT(lang, "reference");
    await writeText(tx, pledgeId, lang, {
      title: shown.title,
      summary: shown.summary,
      sourceLang: shown.lang,
      organisation: organisationName(pledge.organisation, lang),
      names: [
        pledge.organisation.name,
        reference,
        ...pledge.countries.map(({ iso3 }) => countryName(iso3, lang)),
        ...pledge.regions.map((region) => t(`regions.${region as Region}`)),
        ...pledge.coPledgers.map(({ name }) => name),
        ...pledge.reportedParts,
        ...pledge.partners,
      ],
      rest: [pledge.description, pledge.beneficiaryNote ?? "", ...pledge.indicators.map(({ name }) => name)],
    });
  }
}

interface Text {
  title: string;
  summary: string;
  sourceLang: string;
  organisation: string;
  names: string[];
  rest: string[];
}

/** Every text is read twice: by the rules of its language, and word by word, so that names are found as they are written. */
async function writeText(tx: Tx, pledgeId: string, lang: string, text: Text): Promise<void> {
  const names = [text.organisation, ...text.names].join(" · ");
  const config = configOf(text.sourceLang);
  const [a, b, c, d] = [text.title, names, text.summary, text.rest.join(" · ")].map(indexText);
  const words = plainText([text.title, names, text.summary].join(" · "));
  await tx.$executeRaw`
    INSERT INTO compendium_texts (pledge_id, lang, title, summary, source_lang, organisation, words, found)
    VALUES (${pledgeId}::uuid, ${lang}, ${text.title}, ${text.summary}, ${text.sourceLang}, ${text.organisation}, ${words},
      setweight(to_tsvector(${config}::regconfig, ${a}), 'A') || setweight(to_tsvector('simple', ${a}), 'A') ||
      setweight(to_tsvector(${config}::regconfig, ${b}), 'B') || setweight(to_tsvector(${configOf(lang)}::regconfig, ${b}), 'B') ||
      setweight(to_tsvector('simple', ${b}), 'B') ||
      setweight(to_tsvector(${config}::regconfig, ${c}), 'C') || setweight(to_tsvector('simple', ${c}), 'C') ||
      setweight(to_tsvector(${config}::regconfig, ${d}), 'D') || setweight(to_tsvector('simple', ${d}), 'D'))`;
}

/** Makes the whole read model anew, in batches; readers see the old rows of a pledge until its new ones are there. Answers how many pledges. */
export async function rebuildCompendium(): Promise<{ pledges: number; organisations: number; at: Date }> {
  const pledges = await db().pledge.findMany({ where: { state: { not: "unpublished" } }, select: { id: true } });
  const stale = await db().$queryRaw<{ id: string }[]>`SELECT id FROM compendium_pledges`;
  const ids = [...new Set([...pledges, ...stale].map(({ id }) => id))];
  for (let start = 0; start < ids.length; start += 50)
    await db().$transaction(
      async (tx) => {
        for (const id of ids.slice(start, start + 50)) await projectPledge(tx, id);
      },
      { timeout: 60_000 },
    );
  const organisations = await db().organisation.findMany({ select: { id: true } });
  for (let start = 0; start < organisations.length; start += 200)
    await db().$transaction(
      async (tx) => {
        for (const { id } of organisations.slice(start, start + 200)) await projectOrganisationRow(tx, id);
      },
      { timeout: 60_000 },
    );
  await db().$transaction(bumpContentVersion);
  return { pledges: ids.length, organisations: organisations.length, at: now() };
}
