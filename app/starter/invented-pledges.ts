import type {
  Additionality,
  AmountBasis,
  Extent,
  FocusArea,
  PledgeType,
  Region,
  Scope,
  Sdg,
  ValueKind,
  WsisActionLine,
} from "~/reference/codes";
import records from "./invented-pledges.json" with { type: "json" };
import type { PersonaId } from "./personas";

/**
 * Where an invented pledge shall stand: a state of the revision while unpublished, or of the pledge afterwards (R1).
 * `superseded` is a published pledge whose first revision was replaced by `next_revision`.
 */
export type TargetState =
  | "draft"
  | "ready"
  | "submitted"
  | "in_review"
  | "recommended"
  | "changes_requested"
  | "cleared"
  | "declined"
  | "withdrawn_before_publication"
  | "published"
  | "superseded"
  | "completed"
  | "discontinued"
  | "suspended"
  | "withdrawn"
  | "removed";

type Indicator = {
  name: string;
  unit: string;
  baseline: number;
  baseline_date: string;
  target: number;
  due: string;
  verification: string;
};

/** A pledge of an invented organisation, in the shape of the exchange format with its people; a draft may lack fields. */
export type InventedPledge = {
  external_id: string;
  target_state: TargetState;
  /** Slug in `invented-organisations.json` */
  organisation: string;
  author: PersonaId;
  /** Signs off: a lead of the organisation; absent while nobody has */
  signed_off_by?: PersonaId;
  /** Day of first submission, or of the last change while there was none */
  pledged_on: string;
  language: "ar" | "zh" | "en" | "fr" | "ru" | "es";
  type: PledgeType;
  focus_areas?: FocusArea[];
  title: string;
  summary: string;
  description?: string;
  translations?: Partial<Record<"ar" | "zh" | "en" | "fr" | "ru" | "es", { title: string; summary: string }>>;
  scope?: Scope;
  countries?: string[];
  regions?: Region[];
  ldc_extent?: Extent;
  ldc_share?: number;
  ldc_note?: string;
  lldc_extent?: Extent;
  lldc_share?: number;
  lldc_note?: string;
  sids_extent?: Extent;
  sids_share?: number;
  sids_note?: string;
  people?: number;
  people_note?: string;
  gender_share?: number;
  currency?: string;
  amount?: string;
  amount_basis?: AmountBasis;
  years?: number;
  value_kind?: ValueKind;
  additionality?: Additionality;
  start?: string;
  end?: string;
  event?: string;
  sdgs?: Sdg[];
  wsis?: WsisActionLine[];
  indicators?: Indicator[];
  milestones?: { name: string; due: string; done?: string }[];
  partners?: string[];
  co_pledgers?: { organisation: string; amount: string; currency: string; state: "invited" | "confirmed" }[];
  public_contact?: string;
  /** What the reviewer asked, in the language of the pledge */
  question?: string;
  /** Reason given for the last step, in the language of the pledge */
  reason?: string;
  /** What the second revision changes, and why */
  next_revision?: { summary: string; amount: string; people: number; indicator_target: number; reason: string };
};

export const inventedPledges = records as InventedPledge[];
