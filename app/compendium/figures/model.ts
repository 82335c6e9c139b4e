import type { Language } from "~/platform/i18n/languages";
import { formatMoneyShort } from "~/reference/currencies";

/** A figure as it is set: the number large, the words around it small. */
export interface SetFigure {
  before?: string;
  value: string;
  after?: string;
}

/** US cents as a headline: "US$", "36.9", "billion", in the order of the language. */
export const headlineUsd = (usdMinor: bigint, lang: Language): SetFigure =>
  setFigure(formatMoneyShort(usdMinor, "USD", lang));

/** Takes a formatted figure apart at its number. */
export function setFigure(text: string): SetFigure {
  const [, before = "", value = text, after = ""] = /^(\D*)(\d(?:[\d.,\u00a0\u202f]*\d)?)(.*)$/su.exec(text) ?? [];
  return { before: before.trim() || undefined, value, after: after.trim() || undefined };
}
