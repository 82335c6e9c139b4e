import * as z from "zod";
import { msg } from "./i18n/message";

// \p{Cc} are control characters: none can be shown, and PostgreSQL refuses NUL. Overrides and isolates let a name read as another one.
const unwanted = /[^\P{Cc}\t\r\n]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u;
/** Whether nothing in a text is hidden from its reader. */
export const kept = (value: string) => !unwanted.test(value);

/** Required text of several lines: trimmed, composed (NFC), at most `max` characters, with nothing that cannot be kept as typed. */
export const lines = (max: number) =>
  z.string().trim().normalize().min(1).max(max).refine(kept, msg("error.control_characters"));

/** The same on one line. */
export const line = (max: number) =>
  lines(max).refine((value) => !/[\r\n\t]/.test(value), msg("error.control_characters"));
