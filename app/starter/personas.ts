import type { Language } from "~/platform/i18n/languages";

/** The people of the demonstration and of the tests. Invented; their mail addresses cannot exist (example.org). */
export type Persona = {
  id: string;
  name: string;
  email: string;
  /** Slug in `invented-organisations.json`, or null for somebody who belongs to none */
  organisation: string | null;
  organisationRole: "author" | "lead" | null;
  /** A second membership (R10) */
  alsoIn?: { organisation: string; role: "author" | "lead" };
  staffRoles: readonly ("reviewer" | "approver" | "secretariat" | "administrator")[];
  language: Language;
  /** Languages a member of staff can review in (R25) */
  reads?: readonly Language[];
};

type StaffRoles = Persona["staffRoles"];

const staff = (id: string, name: string, staffRoles: StaffRoles, language: Language, reads: Language[]): Persona => ({
  ...{ id, name, email: `${id.replaceAll("_", ".")}@example.org`, organisation: null, organisationRole: null },
  ...{ staffRoles, language, reads },
});

const member = (
  id: string,
  name: string,
  organisationRole: "author" | "lead",
  organisation: string,
  language: Language,
): Persona => ({
  ...{ id, name, email: `${id.replaceAll("_", ".")}@example.org`, organisation, organisationRole },
  ...{ staffRoles: [], language },
});

export const personas = {
  reviewer: staff("reviewer", "Amina Diallo", ["reviewer"], "fr", ["fr", "en", "ar"]),
  second_reviewer: staff("second_reviewer", "Wei Chen", ["reviewer"], "zh", ["zh", "en", "ru", "es"]),
  approver: staff("approver", "Lucía Fernández", ["approver"], "es", ["es", "en", "fr"]),
  second_approver: staff("second_approver", "Daniel Okafor", ["approver"], "en", ["en", "fr"]),
  secretariat: staff("secretariat", "Elena Sokolova", ["secretariat"], "ru", ["ru", "en"]),
  administrator: staff("administrator", "Omar Haddad", ["administrator"], "ar", ["ar", "en"]),
  second_administrator: staff("second_administrator", "Priya Nair", ["administrator"], "en", ["en"]),
  /** Staff who belong to a pledging organisation: may neither review nor decide its cases (R11). */
  conflicted: {
    ...staff("conflicted", "Sione Vaka", ["reviewer", "approver"], "en", ["en"]),
    organisation: "pacific-reef-networks",
    organisationRole: "author",
  },

  pacific_lead: member("pacific_lead", "Mele Taufa", "lead", "pacific-reef-networks", "en"),
  pacific_author: member("pacific_author", "Tomasi Kaho", "author", "pacific-reef-networks", "en"),
  andes_lead: member("andes_lead", "Carmen Quispe", "lead", "fundacion-andes-abierta", "es"),
  andes_author: member("andes_author", "Diego Mamani", "author", "fundacion-andes-abierta", "es"),
  /** Belongs to two organisations, with a role in each (R10). */
  two_organisations: {
    ...member("two_organisations", "Noor Rahman", "lead", "delta-open-fibre", "en"),
    alsoIn: { organisation: "pacific-reef-networks", role: "author" },
  },
  sahel_lead: member("sahel_lead", "Aïssata Maïga", "lead", "reseau-jeunes-sahel", "fr"),
  steppe_lead: member("steppe_lead", "Айгуль Сапарова", "lead", "steppe-school-net", "ru"),
  nahr_lead: member("nahr_lead", "ليلى المنصوري", "lead", "nahr-academy", "ar"),
  xinghe_lead: member("xinghe_lead", "林晓雨", "lead", "xinghe-cloud", "zh"),
  bank_lead: member("bank_lead", "Grace Mwangi", "lead", "example-development-bank", "en"),
  regulator_lead: member("regulator_lead", "Jonas Berg", "lead", "example-forum-of-regulators", "en"),
  harbour_lead: member("harbour_lead", "Petra Novak", "lead", "example-harbour-telecom", "en"),
  highland_lead: member("highland_lead", "Tadesse Bekele", "lead", "highland-schools-trust", "en"),
  savanna_lead: member("savanna_lead", "Fatou Ndiaye", "lead", "savanna-learning-fund", "fr"),

  /** Has an account and no organisation yet. */
  newcomer: {
    ...{ id: "newcomer", name: "Ana Silva", email: "newcomer@example.org", organisation: null, organisationRole: null },
    ...{ staffRoles: [], language: "en" },
  },
} as const satisfies Record<string, Persona>;

export type PersonaId = keyof typeof personas;

/** All of them, in the order above. */
export const everyone: readonly Persona[] = Object.values(personas);
