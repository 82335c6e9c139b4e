import { address } from "~/addresses";
import type { Language } from "~/platform/i18n/languages";

/** What search engines read of a page (schema.org), as JSON-LD. */
export type Structured = Record<string, unknown>;

const context = { "@context": "https://schema.org" };

/** The public register as a set of data, with the files it can be had in. */
export function datasetData(
  appUrl: string,
  { lang, path, name, description }: { lang: Language; path: string; name: string; description: string },
): Structured {
  const file = (contentUrl: string, encodingFormat: string) => ({
    "@type": "DataDownload",
    contentUrl: appUrl + contentUrl,
    encodingFormat,
  });
  return {
    ...context,
    "@type": "Dataset",
    "@id": appUrl + path,
    url: appUrl + path,
    name,
    description,
    inLanguage: lang,
    isAccessibleForFree: true,
    license: appUrl + address.text(lang, "licence"),
    creator: { "@type": "Organization", name: "Partner2Connect Digital Coalition" },
    distribution: [
      file(address.compendiumFile(lang, "csv"), "text/csv"),
      file(address.compendiumFile(lang, "xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
      file(address.apiPledges(), "application/json"),
      file(address.iati(), "application/xml"),
    ],
  };
}

/** An organisation as its public page shows it. */
export function organisationData(
  appUrl: string,
  { path, name, officialName, website }: { path: string; name: string; officialName: string; website: string | null },
): Structured {
  return {
    ...context,
    "@type": "Organization",
    "@id": appUrl + path,
    url: website ?? appUrl + path,
    mainEntityOfPage: appUrl + path,
    name,
    ...(officialName !== name && { legalName: officialName }),
  };
}

/** The pledges that name a country or territory. */
export function countryData(
  appUrl: string,
  {
    lang,
    path,
    name,
    iso3,
    description,
  }: { lang: Language; path: string; name: string; iso3: string; description: string },
): Structured {
  return {
    ...context,
    "@type": "CollectionPage",
    "@id": appUrl + path,
    url: appUrl + path,
    name,
    description,
    inLanguage: lang,
    // A territory is a place as well; "Country" would say more than this register does.
    about: { "@type": "Place", name, identifier: iso3 },
    isPartOf: { "@type": "Dataset", "@id": appUrl + address.compendium(lang) },
  };
}
