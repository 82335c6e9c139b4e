/**
 * The versions of the texts people agree to, as the day from which they apply (UTC). Whoever changes the meaning of a text in
 * `locales/<lng>/pages/` moves its day forward: people are then asked again (R33).
 */
export const TERMS_VERSION = "2026-11-22";
export const PRIVACY_VERSION = "2026-11-22";

/** The day on which the accessibility statement was last reviewed. */
export const ACCESSIBILITY_REVIEWED = "2026-11-22";
