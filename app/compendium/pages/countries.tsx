import { useT } from "~/platform/i18n/react";
import { PageHead, Section } from "~/ui/page-parts";

export interface CountriesView {
  lead: string;
  regions: {
    code: string;
    label: string;
    href: string;
    countries: { label: string; href: string; count: string }[];
  }[];
  note: string;
}

/** Every country and territory with the number of pledges that name it: the gaps can be seen. */
export function CountriesPage({ view }: { view: CountriesView }) {
  const t = useT("compendium");
  return (
    <>
      <PageHead low title={t("countries.title")} lead={view.lead} />
      <p className="small quiet">{view.note}</p>
      {view.regions.map((region) => (
        <Section key={region.code} id={region.code} title={<a href={region.href}>{region.label}</a>}>
          <ul className="tally">
            {region.countries.map(({ label, href, count }) => (
              <li key={href}>
                <a href={href}>{label}</a>
                <span className={count === "0" ? "quiet" : undefined}>{count}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
