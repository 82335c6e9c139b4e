/** Every address of the house, spelled once (E3). `ref` is a pledge's reference, ids are UUIDs. */
const query = (to?: string) => (to ? `?to=${encodeURIComponent(to)}` : "");

const my = (lang: string) => `/${lang}/my`;
const staff = (lang: string) => `/${lang}/staff`;

export const address = {
  // Public
  home: (lang: string) => `/${lang}`,
  compendium: (lang: string, search = "") => `/${lang}/compendium${search}`,
  compendiumFile: (lang: string, format: "csv" | "xlsx", search = "") => `/${lang}/compendium.${format}${search}`,
  pledge: (lang: string, ref: string) => `/${lang}/pledges/${ref}`,
  organisation: (lang: string, slug: string) => `/${lang}/organisations/${slug}`,
  countries: (lang: string) => `/${lang}/countries`,
  country: (lang: string, iso3: string) => `/${lang}/countries/${iso3}`,
  region: (lang: string, code: string) => `/${lang}/regions/${code}`,
  event: (lang: string, slug: string) => `/${lang}/events/${slug}`,
  focusArea: (lang: string, area: string) => `/${lang}/focus-areas/${area}`,
  dashboard: (lang: string) => `/${lang}/dashboard`,
  editions: (lang: string) => `/${lang}/editions`,
  stories: (lang: string) => `/${lang}/stories`,
  countingRules: (lang: string) => `/${lang}/counting-rules`,
  text: (
    lang: string,
    page: "about" | "help" | "contact" | "terms" | "privacy" | "accessibility" | "licence" | "how-pledges-are-checked",
  ) => `/${lang}/${page}`,
  openData: (lang: string) => `/${lang}/open-data`,
  style: (lang: string) => `/${lang}/style`,

  // Machines
  api: () => "/api",
  apiPledges: (search = "") => `/api/v1/pledges${search}`,
  apiPledge: (ref: string) => `/api/v1/pledges/${ref}`,
  apiOrganisations: () => "/api/v1/organisations",
  apiCountries: () => "/api/v1/countries",
  apiSummary: () => "/api/v1/summary",
  apiOpenapi: () => "/api/v1/openapi.json",
  pledgesFeed: () => "/feeds/pledges.atom",
  iati: () => "/iati/activities.xml",
  sitemap: () => "/sitemap.xml",

  // Accounts
  join: (lang: string) => `/${lang}/join`,
  confirmEmail: (lang: string, token: string) => `/${lang}/join/confirmation/${token}`,
  signIn: (lang: string, to?: string) => `/${lang}/sign-in${query(to)}`,
  secondFactor: (lang: string, to?: string) => `/${lang}/sign-in/second-factor${query(to)}`,
  forgotPassword: (lang: string) => `/${lang}/sign-in/forgotten`,
  resetPassword: (lang: string, token: string) => `/${lang}/sign-in/reset/${token}`,
  signOut: (lang: string) => `/${lang}/sign-out`,
  me: (lang: string) => `/${lang}/me`,
  myPart: (
    lang: string,
    part:
      | "password"
      | "email"
      | "language"
      | "second-factor"
      | "sessions"
      | "data"
      | "deletion"
      | "organisation"
      | "recovery-codes"
      | "terms",
  ) => `/${lang}/me/${part}`,
  invitation: (lang: string, token: string) => `/${lang}/invitation/${token}`,
  answerInvitation: (lang: string, token: string, act: "account" | "refusal") => `/${lang}/invitation/${token}/${act}`,
  undoEmail: (lang: string, token: string) => `/${lang}/me/email/undo/${token}`,
  confirmNewEmail: (lang: string, token: string) => `/${lang}/me/email/confirmation/${token}`,
  staffPeople: (lang: string) => `${staff(lang)}/people`,
  staffPerson: (lang: string, id: string) => `${staff(lang)}/people/${id}`,
  staffPersonAct: (
    lang: string,
    id: string,
    act: "role" | "agreement" | "disagreement" | "role-removal" | "suspension" | "restoration" | "second-factor-reset",
  ) => `${staff(lang)}/people/${id}/${act}`,

  // An organisation's own pages
  myOrganisation: (lang: string) => `${my(lang)}/organisation`,
  registerOrganisation: (lang: string) => `${my(lang)}/organisation/registration`,
  myOrganisationPart: (
    lang: string,
    part: "details" | "documents" | "key-people" | "resubmission" | "appeal" | "answer" | "people" | "join-requests",
  ) => `${my(lang)}/organisation/${part}`,
  myDocument: (lang: string, id: string) => `${my(lang)}/organisation/documents/${id}`,
  removeKeyPerson: (lang: string, id: string) => `${my(lang)}/organisation/key-people/${id}/removal`,
  member: (lang: string, id: string) => `${my(lang)}/organisation/people/${id}`,
  endMembership: (lang: string, id: string) => `${my(lang)}/organisation/people/${id}/end`,
  invite: (lang: string) => `${my(lang)}/organisation/invitations`,
  invitationAct: (lang: string, id: string, act: "resending" | "revocation") =>
    `${my(lang)}/organisation/invitations/${id}/${act}`,
  askToJoin: (lang: string, organisationId: string) => `${my(lang)}/organisation/join/${organisationId}`,
  answerJoinRequest: (lang: string, id: string) => `${my(lang)}/organisation/join-requests/${id}`,
  myParticipation: (lang: string) => `${my(lang)}/participation`,
  applyParticipation: (lang: string) => `${my(lang)}/participation/application`,
  endMyParticipation: (lang: string, id: string) => `${my(lang)}/participation/${id}/end`,
  /** `key`: the identity of a part of a joint pledge that the organisation is asked to take. */
  pledgePart: (lang: string, key: string) => `${my(lang)}/parts/${key}`,
  myPledges: (lang: string, search = "") => `${my(lang)}/pledges${search}`,
  newPledge: (lang: string) => `${my(lang)}/pledges/new`,
  myPledge: (lang: string, id: string) => `${my(lang)}/pledges/${id}`,
  pledgeStep: (lang: string, id: string, step: string) => `${my(lang)}/pledges/${id}/${step}`,
  pledgeAct: (
    lang: string,
    id: string,
    act:
      | "preview"
      | "sign-off"
      | "draft"
      | "submission"
      | "withdrawal"
      | "deletion"
      | "answer"
      | "appeal"
      | "revision"
      | "autosave"
      | "translations",
  ) => `${my(lang)}/pledges/${id}/${act}`,

  // Staff
  queue: (lang: string, search = "") => `${staff(lang)}/due-diligence${search}`,
  assignCases: (lang: string) => `${staff(lang)}/due-diligence/assignment`,
  case: (lang: string, id: string, search = "") => `${staff(lang)}/due-diligence/${id}${search}`,
  caseAct: (
    lang: string,
    id: string,
    act:
      | "take"
      | "assignment"
      | "findings"
      | "messages"
      | "notes"
      | "changes"
      | "recommendation"
      | "decision"
      | "return"
      | "conflict"
      | "controversies"
      | "controversy-answer",
  ) => `${staff(lang)}/due-diligence/${id}/${act}`,
  coalition: (lang: string) => `${staff(lang)}/coalition`,
  participation: (lang: string, id: string) => `${staff(lang)}/coalition/${id}`,
  participationDecision: (lang: string, id: string) => `${staff(lang)}/coalition/${id}/decision`,
  participationEnd: (lang: string, id: string) => `${staff(lang)}/coalition/${id}/end`,
  staffJoinRequest: (lang: string, id: string) => `${staff(lang)}/coalition/join-requests/${id}`,
  staffTranslations: (lang: string) => `${staff(lang)}/translations`,
  acceptTranslation: (lang: string, revisionId: string, language: string) =>
    `${staff(lang)}/translations/${revisionId}/${language}`,
  staffReference: (lang: string) => `${staff(lang)}/reference`,
  saveRate: (lang: string) => `${staff(lang)}/reference/rates`,
  importRates: (lang: string) => `${staff(lang)}/reference/import`,
  settleValue: (lang: string, id: string) => `${staff(lang)}/reference/values/${id}`,
  staffDocument: (lang: string, id: string) => `${staff(lang)}/documents/${id}`,
  staffAudit: (lang: string) => `${staff(lang)}/audit`,
  staffMail: (lang: string) => `${staff(lang)}/mail`,
  staffMailMessage: (lang: string, id: string) => `${staff(lang)}/mail/${id}`,
  retryMail: (lang: string, id: string) => `${staff(lang)}/mail/${id}/retry`,
  staffPledge: (lang: string, id: string) => `${staff(lang)}/pledges/${id}`,
} as const;

/**
 * The same address, naming the organisation for which it is opened or its form is sent (R10): a page that stands open in another tab cannot
 * change for whom this one acts.
 */
export function actingFor(path: string, organisationId: string): string {
  const url = new URL(path, "http://x");
  url.searchParams.set("for", organisationId);
  return url.pathname + url.search + url.hash;
}

/** The organisation that an address names for `actingFor`. */
export const namedOrganisation = (url: string): string | null => new URL(url, "http://x").searchParams.get("for");

/** The same page in another language: the first part of the path is replaced. */
export const inLanguage = (path: string, lang: string): string => path.replace(/^\/[a-z]{2}(?=\/|$|\?)/, `/${lang}`);

/** A path within this site to go back to, or undefined: never another host (no open redirect). */
export function localPath(value: string | null | undefined): string | undefined {
  if (!value || !/^\/[a-z]{2}(\/|$|\?)/.test(value) || value.includes("\\") || value.includes("//")) return undefined;
  return value;
}
