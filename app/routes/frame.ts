import { type Actor, isStaff, type Person } from "~/access/actor";
import { address, inLanguage } from "~/addresses";
import { isLanguage, type Language, languageNames, languages } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { staffNav } from "./staff-nav";

/** What the frame around every page says. Public pages are the same for everyone: they get no actor (E17). */
export function frameOf(actor: Actor, pathname: string, search: string) {
  const first = pathname.split("/")[1];
  const lang: Language = isLanguage(first) ? first : "en";
  const person = actor.kind === "person" ? actor : null;
  const t = getT(lang, "frame");
  const nav = (person && isStaff(person) ? staffNav(person, lang) : person ? myNav(lang) : publicNav(lang)).map(
    ({ label, href }) => ({
      label,
      href,
      current: href === pathname || (href !== address.home(lang) && pathname.startsWith(`${href}/`)),
    }),
  );
  return {
    lang,
    pathname,
    nav,
    homeHref: address.home(lang),
    languages: languages.map((code) => ({
      lang: code,
      name: languageNames[code],
      href: inLanguage(pathname, code) + search,
      current: code === lang,
    })),
    signedIn: person !== null,
    signedInAs: person ? signedInAs(person, lang) : undefined,
    signOut: person ? { action: address.signOut(lang), label: t("sign_out") } : undefined,
    footer: footer(lang),
  };
}

function publicNav(lang: Language) {
  const t = getT(lang, "frame");
  return [
    { label: t("nav.home"), href: address.home(lang) },
    { label: t("nav.compendium"), href: address.compendium(lang) },
    { label: t("nav.dashboard"), href: address.dashboard(lang) },
    { label: t("nav.how_checked"), href: address.text(lang, "how-pledges-are-checked") },
    { label: t("nav.help"), href: address.text(lang, "help") },
    { label: t("nav.make_pledge"), href: address.newPledge(lang) },
    { label: t("nav.my_work"), href: address.myOrganisation(lang) },
  ];
}

function myNav(lang: Language) {
  const t = getT(lang, "frame");
  return [
    { label: t("nav.my_organisation"), href: address.myOrganisation(lang) },
    { label: t("nav.my_pledges"), href: address.myPledges(lang) },
    { label: t("nav.reports"), href: address.myReports(lang) },
    { label: t("nav.participation"), href: address.myParticipation(lang) },
    { label: t("nav.me"), href: address.me(lang) },
    { label: t("nav.compendium"), href: address.compendium(lang) },
  ];
}

/** "Amina Diallo, lead of Example Reef Networks": the active organisation is named everywhere (R10). */
function signedInAs(person: Person, lang: Language): string {
  const t = getT(lang, "frame");
  const active = person.memberships.find((membership) => membership.organisationId === person.activeOrganisationId);
  if (active) return t(`signed_in_${active.role}`, { name: person.name, organisation: active.organisationName });
  return t("signed_in", { name: person.name });
}

function footer(lang: Language) {
  const t = getT(lang, "frame");
  const text = (page: Parameters<typeof address.text>[1], label: string) => ({ label, href: address.text(lang, page) });
  return [
    {
      title: t("footer.register"),
      links: [
        text("about", t("footer.about")),
        text("how-pledges-are-checked", t("nav.how_checked")),
        { label: t("footer.counting_rules"), href: address.countingRules(lang) },
        { label: t("footer.api"), href: address.openData(lang) },
      ],
    },
    {
      title: t("footer.help"),
      links: [
        text("help", t("nav.help")),
        text("contact", t("footer.contact")),
        text("accessibility", t("footer.accessibility")),
      ],
    },
    {
      title: t("footer.legal"),
      links: [
        text("terms", t("footer.terms")),
        text("privacy", t("footer.privacy")),
        text("licence", t("footer.licence")),
      ],
    },
  ];
}
