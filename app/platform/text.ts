import * as z from "zod";
import { msg } from "./i18n/message";

// \p{Cc} are control characters: none of them can be shown, and PostgreSQL refuses NUL.
const unstorable = /[^\P{Cc}\n\r\t]/u;
// Overrides and isolates can make a name read as another one.
const reordering = /[\u202a-\u202e\u2066-\u2069]/;

const storable = (value: string) => !unstorable.test(value) && !reordering.test(value);

/** Required text of several lines, at most `max` characters, with nothing in it that cannot be stored or shown as typed. */
export const paragraphs = (max: number) =>
  z.string().trim().min(1).max(max).refine(storable, msg("error.control_characters"));

/** Optional text of several lines: empty means not given. */
export const optionalParagraphs = (max: number) => paragraphs(max).optional();
