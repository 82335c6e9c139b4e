import { useT } from "~/platform/i18n/react";
import { groupBases } from "~/reference/codes";
import { Details } from "~/ui/details";
import { Facet, FacetFold } from "~/ui/finding";
import type { FacetView } from "../facets/model";

type FacetsView = {
  search: { action: string; groupBasis: "pledged" | "today" };
  facets: FacetView[];
  chosen: number;
  keepForFilter: { name: string; value: string }[];
};

/** All filters as one plain form: it works without a script, and its answer is an address to share. */
export function CompendiumFacets({ view }: { view: FacetsView }) {
  const t = useT("compendium");
  const ui = useT("ui");
  const folded = view.facets.filter((facet) => facet.folded);
  return (
    <form action={view.search.action} aria-label={ui("filters.title")}>
      {view.keepForFilter.map((field) => (
        <input key={`${field.name}=${field.value}`} type="hidden" {...field} />
      ))}
      <FacetFold chosen={view.chosen}>
        <FacetList facets={view.facets.filter(({ folded }) => !folded)} basis={view.search.groupBasis} />
        {folded.length > 0 && (
          <Details summary={t("facets.more_filters")} open={folded.some(isChosen)}>
            <FacetList facets={folded} basis={view.search.groupBasis} />
          </Details>
        )}
      </FacetFold>
    </form>
  );
}

const isChosen = ({ options }: FacetView) => options.some(({ checked }) => checked);

function FacetList({ facets, basis }: { facets: FacetView[]; basis: "pledged" | "today" }) {
  return facets.map((facet) => (
    <div key={facet.name}>
      <Facet legend={facet.legend} name={facet.name} options={facet.options} />
      {facet.name === "group" && <GroupBasis value={basis} />}
      {facet.more && <MoreValues name={facet.name} more={facet.more} />}
    </div>
  ));
}

/** Lists of country groups change: as they stood when pledged, or as they stand today (R23). */
function GroupBasis({ value }: { value: "pledged" | "today" }) {
  const t = useT("compendium");
  const reference = useT("reference");
  return (
    <p className="stack tight small">
      <label htmlFor="group_basis">{t("facets.group_basis")}</label>
      <select id="group_basis" name="group_basis" defaultValue={value}>
        {groupBases.map((basis) => (
          <option key={basis} value={basis}>
            {reference(`group_bases.${basis}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

function MoreValues({ name, more }: { name: string; more: NonNullable<FacetView["more"]> }) {
  const t = useT("compendium");
  return (
    <p className="stack tight small">
      <label htmlFor={`more-${name}`}>{more.label}</label>
      <select id={`more-${name}`} name={name} defaultValue="">
        <option value="">{t("facets.none_more")}</option>
        {more.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}
