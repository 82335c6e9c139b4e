import type { Person } from "~/access/actor";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import type { Language } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";

/** What a member of staff may open, by the policy table. */
export function staffNav(person: Person, lang: Language) {
  const t = getT(lang, "frame");
  return [
    ...(can(person, "case.list") || person.owesSecondFactor
      ? [{ label: t("nav.queue"), href: address.queue(lang) }]
      : []),
    ...(can(person, "organisation.accept_profile")
      ? [{ label: getT(lang, "profiles")("staff.nav"), href: address.profileProposals(lang) }]
      : []),
    ...(can(person, "screening.read") ? [{ label: t("nav.screening"), href: address.screening(lang) }] : []),
    ...(can(person, "participation.read") ? [{ label: t("nav.coalition"), href: address.coalition(lang) }] : []),
    ...(can(person, "translation.list")
      ? [{ label: t("nav.translations"), href: address.staffTranslations(lang) }]
      : []),
    ...(can(person, "reference.read") ? [{ label: t("nav.reference"), href: address.staffReference(lang) }] : []),
    ...(can(person, "report.list") ? [{ label: t("nav.reporting"), href: address.reporting(lang) }] : []),
    ...(can(person, "account.list") ? [{ label: t("nav.people"), href: address.staffPeople(lang) }] : []),
    ...(can(person, "mail.read") ? [{ label: t("nav.mail"), href: address.staffMail(lang) }] : []),
    ...(can(person, "audit.read") ? [{ label: t("nav.audit"), href: address.staffAudit(lang) }] : []),
    ...(person.memberships.length > 0 ? [{ label: t("nav.my_organisation"), href: address.myOrganisation(lang) }] : []),
    { label: t("nav.me"), href: address.me(lang) },
    { label: t("nav.compendium"), href: address.compendium(lang) },
  ];
}
