import { address } from "~/addresses";
import { type Constituency, isCode, regions } from "~/reference/codes";
import { country } from "~/reference/countries";
import { decimalText, isCurrency } from "~/reference/currencies";
import type { PledgeRecord } from "../record/model";
import { escapeXml, xmlDeclaration } from "./xml";

/** The register as IATI names it: identifiers of activities begin with it, as those of pledges do. */
const register = "P2C";

/** OrganisationType of the IATI standard; what has no code of its own is "other". */
const organisationTypes: Record<Constituency, number> = {
  government: 10,
  private_sector: 70,
  philanthropy: 60,
  civil_society: 90,
  youth: 90,
  academia: 80,
  international_organisation: 40,
  financial_institution: 40,
};

type Attributes = Record<string, string | number | undefined>;

function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return content.length > 0 ? `<${name}${written}>${content.join("")}</${name}>` : `<${name}${written}/>`;
}

const narrative = (text: string, lang?: string) => element("narrative", { "xml:lang": lang }, escapeXml(text));

/** A date as precise as known as a whole day: the first of its span, or the last where something ends. */
export function wholeDay(date: string, last = false): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (day) return date;
  if (!last) return `${date}${month ? "" : "-01"}-01`;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}

/** Published pledges as activities of IATI 2.03, each pledge an outgoing pledge (transaction type 12) of each confirmed contribution. */
export function iatiOf(records: readonly PledgeRecord[], { appUrl, at }: { appUrl: string; at: Date }): string {
  const activities = records.map((record) => activity(record, appUrl, at));
  const written = at.toISOString().replace(/\.\d+Z$/, "Z");
  return `${xmlDeclaration}<iati-activities version="2.03" generated-datetime="${written}">\n${activities.join("\n")}\n</iati-activities>\n`;
}

function activity(record: PledgeRecord, appUrl: string, at: Date): string {
  const { pledge } = record;
  const { organisation } = pledge;
  const texts = [pledge, ...pledge.translations];
  const type = organisationTypes[organisation.constituency as Constituency] ?? 90;
  return element(
    "iati-activity",
    { "xml:lang": pledge.language, "default-currency": pledge.currency ?? undefined },
    element("iati-identifier", {}, escapeXml(record.reference)),
    element("reporting-org", { ref: register, type: 40, "secondary-reporter": 1 }, narrative("Partner2Connect", "en")),
    element("title", {}, ...texts.map(({ title, language }) => narrative(title, language))),
    element(
      "description",
      { type: 1 },
      ...texts.map(({ summary, title, language }) => narrative(summary || title, language)),
    ),
    element("participating-org", { role: 1, type }, narrative(organisation.name)),
    ...pledge.coPledgers.map(({ name }) => element("participating-org", { role: 1 }, narrative(name))),
    element("activity-status", { code: statusOf(record, at) }),
    ...datesOf(record),
    ...placesOf(record),
    ...(pledge.focusAreas.length > 0 ? sectorsOf(pledge.focusAreas, appUrl) : []),
    ...pledge.sdgs.map((goal) => element("tag", { vocabulary: 2, code: goal })),
    ...transactionsOf(record),
    element(
      "document-link",
      { url: appUrl + address.pledge("en", record.reference), format: "text/html" },
      element("title", {}, narrative(pledge.title, pledge.language)),
      element("category", { code: "A01" }),
    ),
  );
}

/** ActivityStatus: pipeline until a start that lies ahead, implementation, closed once completed. */
function statusOf({ state, pledge }: PledgeRecord, at: Date): number {
  if (state === "completed") return 4;
  return pledge.startsOn && wholeDay(pledge.startsOn) > at.toISOString().slice(0, 10) ? 1 : 2;
}

/** Planned start and end. Where no start is stated, the day on which the pledge was made stands, and says so. */
function datesOf(record: PledgeRecord): string[] {
  const { startsOn, endsOn } = record.pledge;
  const start = startsOn
    ? element("activity-date", { type: 1, "iso-date": wholeDay(startsOn) })
    : element(
        "activity-date",
        { type: 1, "iso-date": madeOn(record) },
        narrative("Start not stated: the day on which the pledge was made", "en"),
      );
  return [start, ...(endsOn ? [element("activity-date", { type: 3, "iso-date": wholeDay(endsOn, true) })] : [])];
}

const madeOn = ({ pledge, publishedOn }: PledgeRecord) =>
  wholeDay(pledge.announced ?? pledge.firstSubmittedOn ?? publishedOn);

/** Countries with their stated shares; ITU regions in their own vocabulary; 998 for the whole world. */
function placesOf({ pledge }: PledgeRecord): string[] {
  if (pledge.scope === "global") return [element("recipient-region", { code: 998, vocabulary: 1 })];
  const only = pledge.countries.length === 1 && pledge.regions.length === 0;
  return [
    ...pledge.countries.flatMap(({ iso3, share }) => {
      const iso2 = country(iso3)?.iso2;
      if (!iso2) return [];
      return element("recipient-country", { code: iso2, percentage: share ?? (only ? 100 : undefined) });
    }),
    ...pledge.regions
      .filter((region) => isCode(regions, region))
      .map((region) =>
        element("recipient-region", { code: region, vocabulary: 99, "vocabulary-uri": "https://www.itu.int" }),
      ),
  ];
}

/** Focus areas as sectors of our own vocabulary; several share the pledge equally, since IATI wants percentages. */
function sectorsOf(areas: readonly string[], appUrl: string): string[] {
  const each = Math.floor(10_000 / areas.length);
  return areas.map((area, index) =>
    element("sector", {
      vocabulary: 99,
      "vocabulary-uri": appUrl + address.openData("en"),
      code: area,
      percentage: (index === 0 ? 10_000 - each * (areas.length - 1) : each) / 100,
    }),
  );
}

/** Money of the pledgers' own: what is to be mobilised from others, or is a yearly sum without years, is no transaction (R27). */
function transactionsOf(record: PledgeRecord): string[] {
  const { pledge } = record;
  if (pledge.amountOrigin === "mobilised" || (pledge.amountBasis === "per_year" && pledge.years === null)) return [];
  const times = pledge.amountBasis === "per_year" ? BigInt(pledge.years ?? 1) : 1n;
  const own = { name: pledge.organisation.name, amountMinor: pledge.amountMinor, currency: pledge.currency, times };
  const parts = [own, ...pledge.coPledgers.map((part) => ({ ...part, times: 1n }))];
  return parts.flatMap(({ name, amountMinor, currency, times }) => {
    if (amountMinor === null || currency === null || !isCurrency(currency)) return [];
    const day = madeOn(record);
    return element(
      "transaction",
      {},
      element("transaction-type", { code: 12 }),
      element("transaction-date", { "iso-date": day }),
      element("value", { currency, "value-date": day }, decimalText(BigInt(amountMinor) * times, currency)),
      element("provider-org", {}, narrative(name)),
    );
  });
}
