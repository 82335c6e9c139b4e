import { createDocument } from "zod-openapi";
import { address } from "~/addresses";
import { parseSearch, type Search } from "../model";
import { countryItem, organisationItem, pledgeItem, pledgeList, pledgesQuery, problem, summary } from "./schema";

/** Most records in one answer, and how many come unless a limit is given. */
const mostRecords = 100;
const usualRecords = 20;

export type ApiQuestion =
  | { ok: true; search: Search; limit: number; cursor: string | null }
  | { ok: false; parameter: string };

/** Reads the parameters of the list; the first name that nobody knows, or value that is not understood, is named. */
export function parseApiQuestion(params: URLSearchParams): ApiQuestion {
  for (const name of params.keys()) if (!Object.hasOwn(pledgesQuery.shape, name)) return { ok: false, parameter: name };
  const filters = new URLSearchParams([...params].filter(([name]) => name !== "limit" && name !== "cursor"));
  const { search, refused } = parseSearch(filters);
  if (refused[0]) return { ok: false, parameter: refused[0].name };
  const limit = params.get("limit") ?? String(usualRecords);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostRecords)
    return { ok: false, parameter: "limit" };
  return { ok: true, search, limit: Number(limit), cursor: params.get("cursor") };
}

const json = (schema: unknown) => ({ "application/json": { schema } });

const answers = (description: string, schema: unknown) => ({
  "200": { description, content: json(schema) },
  "400": { description: "A value was not understood", content: { "application/problem+json": { schema: problem } } },
  "404": { description: "Nothing is public here", content: { "application/problem+json": { schema: problem } } },
});

/** The description of the API for programs (OpenAPI 3.1), made from the schemas that its answers are checked against in the tests. */
export function openApiDocument(appUrl: string) {
  const get = (summaryText: string, description: string, schema: unknown, more: object = {}) => ({
    get: { summary: summaryText, responses: answers(description, schema), ...more },
  });
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Partner2Connect pledges",
      version: "1.0.0",
      description: "Published pledges of the Partner2Connect Digital Coalition. No account, no key; read only.",
    },
    servers: [{ url: appUrl }],
    paths: {
      [address.apiPledges()]: get("Published pledges", "One stretch of the list", pledgeList, {
        requestParams: { query: pledgesQuery },
      }),
      "/api/v1/pledges/{reference}": get("One pledge", "The pledge", pledgeItem, {
        parameters: [{ name: "reference", in: "path", required: true, schema: { type: "string" } }],
      }),
      [address.apiOrganisations()]: get("Organisations with a public page", "All of them", {
        type: "object",
        properties: { items: { type: "array", items: { $ref: "#/components/schemas/Organisation" } } },
      }),
      [address.apiCountries()]: get("Countries and territories", "All of them", {
        type: "object",
        properties: { items: { type: "array", items: { $ref: "#/components/schemas/Country" } } },
      }),
      [address.apiSummary()]: get("Everything added up", "The totals", summary),
    },
    components: { schemas: { Organisation: organisationItem, Country: countryItem } },
  } as Parameters<typeof createDocument>[0]);
}
