import type { ReportState } from "~/platform/db/generated/enums";
import type { DeliveryStatus, Surprise } from "./figures/model";

/** A figure of a report in words, beside what is known of it. */
export interface FigureView {
  /** The field's name in the form. */
  field: string;
  label: string;
  unit: string | null;
  value: string | null;
  last: string | null;
  baseline: string | null;
  target: string | null;
  note: string | null;
  surprise: Surprise | null;
}

/** A report in the reader's language: what organisation and staff both see. */
export interface ReportView {
  id: string;
  version: number;
  state: ReportState;
  title: string;
  titleLang: string;
  reference: string | null;
  organisation: string;
  period: string;
  language: string;
  status: DeliveryStatus | null;
  statusReason: string | null;
  correctionReason: string | null;
  /** The report that this one corrects. */
  correctsId: string | null;
  figures: FigureView[];
  milestones: { key: string; name: string; due: string | null; done: string | null }[];
  narrative: string;
  obstacles: string;
  nextSteps: string;
  links: string[];
  messages: { id: string; body: string; fromStaff: boolean; at: { iso: string; text: string } }[];
}

/** The mark beside a report's state. */
export function reportTone(state: ReportState): "done" | "open" | "half" | "due" | "quiet" {
  if (state === "accepted") return "done";
  if (state === "questions" || state === "ready") return "due";
  if (state === "draft") return "open";
  return state === "withdrawn" ? "quiet" : "half";
}
