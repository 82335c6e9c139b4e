import { inLatin } from "~/platform/latin";

/** A name in Latin letters without accents, in lower case, its parts apart: 珊瑚网络 → shan hu wang luo. */
export const latin = (name: string): string =>
  inLatin(name)
    .toLowerCase()
    .replace(/['`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The readable part of an address, from a name in any script; empty only where there is no letter or digit. */
export const slugOf = (name: string): string => latin(name).replace(/ /g, "-").slice(0, 60).replace(/-+$/, "");
