import { directionOf, type Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";

const known = [400, 403, 404, 405, 409, 413, 429, 500, 503] as const;

/** An error page that needs neither database nor build: for what is refused early and for failures of everything else. */
export function plainErrorPage(lang: Language, status: number): string {
  const t = getT(lang, "ui");
  const code = known.find((candidate) => candidate === status) ?? (status < 500 ? 400 : 500);
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${t(`page_error.${code}.title`)}</title></head><body><main><h1>${t(`page_error.${code}.title`)}</h1><p>${t(`page_error.${code}.explanation`)}</p><p>${t(`page_error.${code}.next_step`)}</p></main></body></html>`;
}
