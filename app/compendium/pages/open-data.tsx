import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { PageHead, Section } from "~/ui/page-parts";

/** What machines can read here, explained to people. */
export function OpenDataPage() {
  const t = useT("compendium");
  const share = useT("share");
  const { lang } = useLang();
  const reports = useT("pledge-reports");
  const rows: { path: string; href?: string; text: string }[] = [
    { path: address.apiPledges(), href: address.apiPledges(), text: t("api.pledges") },
    { path: "/api/v1/pledges/{reference}", text: t("api.pledge") },
    { path: address.apiOrganisations(), href: address.apiOrganisations(), text: t("api.organisations") },
    { path: address.apiCountries(), href: address.apiCountries(), text: t("api.countries") },
    { path: address.apiSummary(), href: address.apiSummary(), text: t("api.summary") },
    { path: address.apiOpenapi(), href: address.apiOpenapi(), text: t("api.openapi") },
    { path: address.pledgesFeed(), href: address.pledgesFeed(), text: t("api.feed") },
    { path: address.reportsFeed(), href: address.reportsFeed(), text: reports("feed.about") },
    { path: address.iati(), href: address.iati(), text: t("api.iati") },
    ...(["csv", "xlsx"] as const).map((format) => ({
      path: address.compendiumFile(lang, format),
      href: address.compendiumFile(lang, format),
      text: t("api.files"),
    })),
    { path: `/${lang}/pledges/{reference}/card`, text: share("card_answer") },
    { path: `/${lang}/pledges/{reference}/badge.svg`, text: share("badge_answer") },
  ];
  return (
    <>
      <PageHead title={t("api.title")} lead={t("api.lead")} />
      <Section id="addresses" title={t("api.addresses")}>
        <DataTable
          caption={t("api.addresses")}
          hideCaption
          columns={[{ label: t("api.address") }, { label: t("api.answers") }]}
          rows={rows.map(({ path, href, text }) => ({
            key: path,
            cells: [
              <bdi key="path" className="code" dir="ltr">
                {href ? <a href={href}>{path}</a> : path}
              </bdi>,
              text,
            ],
          }))}
        />
      </Section>
      <Section id="paging" title={t("api.paging")}>
        <p>{t("api.paging_text")}</p>
      </Section>
      <Section id="errors" title={t("api.errors")}>
        <p>{t("api.errors_text")}</p>
      </Section>
      <Section id="counting" title={t("api.counting")}>
        <p>
          {t("api.counting_text")} <a href={address.countingRules(lang)}>{t("home.read_rules")}</a>
        </p>
      </Section>
      <Section id="reuse" title={t("api.reuse")}>
        <p>
          {t("api.reuse_text")} <a href={address.text(lang, "licence")}>{t("api.licence")}</a>
        </p>
      </Section>
    </>
  );
}
