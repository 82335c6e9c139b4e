import anyAscii from "any-ascii";

/** A name as it reads in Latin letters. Chinese and Korean have no spaces: each syllable stands apart, with a capital. */
export const inLatin = (name: string): string =>
  anyAscii(name.normalize("NFKC").replace(/(\p{Script=Han}|\p{Script=Hangul})/gu, " $1 "));
