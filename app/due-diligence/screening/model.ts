import { ratio, token_sort_ratio } from "fuzzball";
import { inLatin } from "~/platform/latin";

/** Words that say of which legal form a body is, in the spellings that transliteration gives: they tell no two bodies apart. */
const legalForms = new Set(
  (
    "ab ag as bv co company corp corporation dmcc eurl fzco fze fzllc gmbh inc incorporated jsc kg lda limited llc llp lp ltd ltda mbh nv oao " +
    "ojsc oo ooo oy pao pjsc plc private pt pte pty pvt sa sal sarl sas sasu sl spa sro srl zao"
  ).split(" "),
);

/** The words of a name in plain Latin letters: transliterated, without marks, punctuation and legal forms. */
export function plainWords(name: string): string[] {
  const words = inLatin(name)
    .toLowerCase()
    .replace(/['`"]/g, "")
    .replace(/\b(?:[a-z]\.){2,}/g, (dotted) => (legalForms.has(dotted.replaceAll(".", "")) ? " " : dotted))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter(Boolean);
  const telling = words.filter((word) => !legalForms.has(word));
  // A name that is nothing but such words keeps them.
  return telling.length > 0 ? telling : words;
}

/**
 * From this likeness on two names are a hit, for a person to resolve. `docs/decisions` says how it was chosen: writings of one name score
 * 84 and more, names of different bearers less than 75.
 */
export const hitThreshold = 80;

/** The two forms of a name in which candidates are looked up by trigrams: its words, and their consonants, which scripts share. */
export function searchForms(name: string): { plain: string; skeleton: string } {
  const words = plainWords(name);
  return { plain: words.join(" "), skeleton: words.map(skeletonOf).filter(Boolean).join(" ") };
}

/** Consonants only, doubled ones once: what is left where a script writes no vowels, or writes them in several ways. */
const skeletonOf = (word: string): string =>
  word
    .replace(/ph/g, "f")
    .replace(/kh|q|ck|c(?=[aouklr])/g, "k")
    .replace(/ou|oo/g, "w")
    .replace(/[aeiouy]/g, "")
    .replace(/(.)\1+/g, "$1");

/** A word beside a word, 0 to 100; an initial is most of a name that begins with it. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 100;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 85 : 0;
  return ratio(a, b, { full_process: false });
}

/**
 * Words in any order, each beside the one most like it; what the longer name has beyond that counts against it by a third, since
 * middle names are often left out.
 */
function alignedLikeness(a: string[], b: string[]): number {
  const [fewer, more] = a.length <= b.length ? [a, [...b]] : [b, [...a]];
  let sum = 0;
  let weight = 0;
  for (const word of fewer) {
    const scores = more.map((other) => wordLikeness(word, other));
    const best = scores.indexOf(Math.max(...scores));
    const heavy = Math.max(word.length, more[best]?.length ?? 0);
    sum += heavy * (scores[best] ?? 0);
    weight += heavy;
    more.splice(best, 1);
  }
  for (const left of more) weight += left.length / 3;
  return weight === 0 ? 0 : sum / weight;
}

/**
 * How alike two names are, 0 to 100, whatever their scripts: typing errors, order of words, initials, legal forms and ways of
 * transliterating weigh little. A single short word of a longer name is never enough.
 */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [plainWords(one), plainWords(other)];
  const [joinedA, joinedB] = [a.join(""), b.join("")];
  if (!joinedA || !joinedB) return 0;
  const scores = [
    token_sort_ratio(a.join(" "), b.join(" "), { full_process: false }),
    // Written in one word or in several: syllables of Chinese names.
    ratio(joinedA, joinedB, { full_process: false }),
  ];
  const enoughWords = Math.min(a.length, b.length) > 1 || a.length === b.length;
  if (enoughWords) {
    scores.push(alignedLikeness(a, b));
    const [bonesA, bonesB] = [a.map(skeletonOf).filter(Boolean), b.map(skeletonOf).filter(Boolean)];
    // Few consonants are shared by chance.
    if (Math.min(bonesA.join("").length, bonesB.join("").length) >= 5)
      scores.push(0.95 * alignedLikeness(bonesA, bonesB));
  }
  return Math.round(Math.max(...scores));
}
