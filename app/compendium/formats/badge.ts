import { escapeXml } from "./xml";

const height = 24;
const padding = 10;

/** About how wide a text is at 12 pixels in whatever sans serif the reader has: Chinese signs are square. */
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 12.5 : 7), 0));

/** A badge of two fields, as SVG: what it is about, and how that stands. `lang` is the language of `state`. */
export function badgeSvg({ about, state, lang }: { about: string; state: string; lang: string }): string {
  const first = widthOf(about) + 2 * padding;
  const second = widthOf(state) + 2 * padding;
  const text = (words: string, middle: number, more: string) =>
    `<text x="${middle}" y="16" text-anchor="middle" ${more}>${escapeXml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${first + second}" height="${height}" role="img" aria-label="${escapeXml(`${about}: ${state}`)}">
<title>${escapeXml(`${about}: ${state}`)}</title>
<rect width="${first}" height="${height}" fill="#0d2149"/>
<rect x="${first}" width="${second}" height="${height}" fill="#eaf1fc"/>
<g font-family="system-ui, sans-serif" font-size="12">
${text(about, first / 2, 'fill="#fff"')}
${text(state, first + second / 2, `fill="#0d2149" xml:lang="${escapeXml(lang)}"`)}
</g>
</svg>
`;
}
