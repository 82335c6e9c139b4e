import { msg } from "~/platform/i18n/message";
import { type DeliveryStatus, explainedStatuses, type Surprise, surpriseOf } from "../figures/model";

/** One figure beside what is known of it. `key` is its field's name in the form. */
export interface ReportedFigure {
  field: string;
  note: string | null;
  value: number | null;
  last: number | null;
  baseline: number | null;
  target: number | null;
}

export interface Reported {
  status: DeliveryStatus | null;
  statusReason: string | null;
  narrative: string;
  figures: readonly ReportedFigure[];
}

/** What is still missing before a report can be sent: message strings by field name. Empty: nothing. */
export function missingIn({ status, statusReason, narrative, figures }: Reported): Record<string, string[]> {
  const missing: Record<string, string[]> = {};
  if (!status) missing.status = [msg("error.choose")];
  if (status && explainedStatuses.includes(status) && !statusReason)
    missing.statusReason = [msg("progress:error.why_status")];
  for (const figure of figures) {
    const surprise = surpriseOf(figure);
    if (surprise && !figure.note) missing[noteField(figure.field)] = [msg(whyOf[surprise])];
  }
  if (!narrative) missing.narrative = [msg("error.required")];
  return missing;
}

const whyOf: Record<Surprise, string> = {
  missing: "progress:error.why_missing",
  falls: "progress:error.why_falls",
  jumps: "progress:error.why_jumps",
  passes: "progress:error.why_passes",
};

/** The field with the sentence about a figure: `people` → `peopleNote`, `indicators[0].value` → `indicators[0].note`. */
const noteField = (field: string): string =>
  field.endsWith(".value") ? field.replace(/\.value$/, ".note") : `${field}Note`;
