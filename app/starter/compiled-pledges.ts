import type {
  Additionality,
  AmountBasis,
  AmountOrigin,
  Confidence,
  Constituency,
  FocusArea,
  PledgeType,
  Region,
  RelationKind,
  Scope,
  Sdg,
  WsisActionLine,
} from "~/reference/codes";
import records from "./compiled-pledges.json" with { type: "json" };

/**
 * Real pledges known from public announcements, in the exchange format (contract.md) and in our own words, each with
 * its sources (R16). A missing key was not stated; a key named in `inferred` is our reading. In JSON a list is an
 * array, an amount is decimal text in the major unit, and dates are as precise as the source.
 */
export type CompiledPledge = {
  external_id: string;
  status: "published";
  organisation: string;
  constituency: Constituency;
  organisation_country?: string;
  type: PledgeType;
  /** First is primary */
  focus_areas?: FocusArea[];
  language: "en";
  title: string;
  summary: string;
  title_ar: string;
  summary_ar: string;
  title_zh: string;
  summary_zh: string;
  title_fr: string;
  summary_fr: string;
  title_ru: string;
  summary_ru: string;
  title_es: string;
  summary_es: string;
  scope?: Scope;
  countries?: string[];
  regions?: Region[];
  beneficiary_note?: string;
  people?: number;
  currency?: string;
  amount?: string;
  amount_basis?: AmountBasis;
  years?: number;
  additionality?: Additionality;
  start?: string;
  end?: string;
  announced?: string;
  /** Slug in `events.json` */
  event?: string;
  sdgs?: Sdg[];
  indicators?: { name: string; unit: string; target: number; due?: string }[];
  milestones?: { name: string; due?: string; done?: string }[];
  wsis?: WsisActionLine[];
  relations?: { kind: RelationKind; external_id: string }[];
  partners?: string[];
  amount_text?: string;
  amount_origin?: AmountOrigin;
  compiled: "yes";
  inferred: string[];
  confidence: Confidence;
  source: string;
  other_sources?: string[];
  source_note?: string;
  progress?: {
    date?: string;
    text: string;
    figures?: { name: string; value: number; unit: string }[];
    source: string;
  }[];
};

export const compiledPledges = records as CompiledPledge[];
