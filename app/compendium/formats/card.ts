import { directionOf, type Language } from "~/platform/i18n/languages";
import { escapeXml } from "./xml";

/** What the card of a pledge shows on a page of someone else. */
export interface Card {
  lang: Language;
  kicker: string;
  reference: string;
  state: string;
  title: string | null;
  titleLang?: string;
  organisation: string | null;
  figures: { value: string; label: string; labelLang?: string }[];
  href: string;
  read: string;
  styles: string;
}

/** A small page of its own, to stand in a frame: no script, no cookie, one style sheet. */
export function cardHtml(card: Card): string {
  const e = escapeXml;
  const inLang = (lang: string | undefined) => (lang ? ` lang="${e(lang)}" dir="auto"` : "");
  const figures = card.figures.map(
    ({ value, label, labelLang }) => `<div><dt${inLang(labelLang)}>${e(label)}</dt><dd>${e(value)}</dd></div>`,
  );
  return `<!doctype html>
<html lang="${card.lang}" dir="${directionOf(card.lang)}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="robots" content="noindex"/>
<title>${e(card.title ?? card.reference)} · Partner2Connect</title>
<link rel="canonical" href="${e(card.href)}"/>
<link rel="stylesheet" href="${e(card.styles)}"/>
</head>
<body>
<main>
<p class="kicker">${e(card.kicker)} <bdi dir="ltr">${e(card.reference)}</bdi> · ${e(card.state)}</p>
${card.title ? `<h1${inLang(card.titleLang)}>${e(card.title)}</h1>` : ""}
${card.organisation ? `<p>${e(card.organisation)}</p>` : ""}
${figures.length > 0 ? `<dl>${figures.join("")}</dl>` : ""}
<p><a href="${e(card.href)}" target="_blank" rel="noopener">${e(card.read)}</a></p>
</main>
</body>
</html>
`;
}
