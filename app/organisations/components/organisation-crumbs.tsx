import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Breadcrumbs } from "~/ui/page-parts";

/** The way back to the organisation's home, on every page below it. */
export function OrganisationCrumbs({ here }: { here: string }) {
  const t = useT("organisations");
  const { lang } = useLang();
  return <Breadcrumbs items={[{ label: t("home.title"), href: address.myOrganisation(lang) }, { label: here }]} />;
}
