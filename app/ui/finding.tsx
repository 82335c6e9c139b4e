import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { type Shape, ShapeMark } from "./tags";

export type Chip = { label: string; shape?: Shape; removeHref: string };

/** What is chosen, each with a link that removes it. */
export function Chips({ chips, clearHref }: { chips: Chip[]; clearHref: string }) {
  const t = useT("ui");
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("filters.chosen")}>
      {chips.map(({ label, shape, removeHref }) => (
        <li key={removeHref}>
          <a href={removeHref} aria-label={t("filters.remove", { name: label })}>
            {shape && <ShapeMark shape={shape} />}
            {label}
          </a>
        </li>
      ))}
      <li>
        <a className="clear" href={clearHref}>
          {t("filters.clear")}
        </a>
      </li>
    </ul>
  );
}

type SearchBoxProps = {
  action: string;
  /** What can be searched, as the visible label. */
  label: string;
  value?: string;
  name?: string;
  id?: string;
  /** Hidden fields that keep the filters chosen so far. */
  keep?: { name: string; value: string }[];
  children?: ReactNode;
};

/** Search by word; a plain GET form. */
export function SearchBox({ action, label, value, name = "q", id = "q", keep = [], children }: SearchBoxProps) {
  const t = useT("ui");
  return (
    <search>
      <form action={action} className="stack tight">
        <label htmlFor={id}>{label}</label>
        {keep.map((field) => (
          <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
        ))}
        <div className="search">
          <input id={id} name={name} type="search" defaultValue={value} dir="auto" maxLength={200} />
          <button type="submit" className="btn">
            {t("search.button")}
          </button>
        </div>
        {children}
      </form>
    </search>
  );
}

export type FacetOption = { value: string; label: string; count: string; shape?: Shape; checked?: boolean };

/** One question of the filter: options with how many records each would leave. */
export function Facet({ legend, name, options }: { legend: string; name: string; options: FacetOption[] }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ value, label, count, shape, checked }) => (
        <label key={value} className={count === "0" && !checked ? "option empty" : "option"}>
          <input type="checkbox" name={name} value={value} defaultChecked={checked} />
          <span className={shape && "kind"}>
            {shape && <ShapeMark shape={shape} />}
            <span>{label}</span>
          </span>
          <span>{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** All facets: folded on phones with the number chosen, open beside the list on wide screens. */
export function FacetFold({ chosen, children }: { chosen: number; children: ReactNode }) {
  const t = useT("ui");
  return (
    <details className="facets fold">
      <summary>{chosen > 0 ? t("filters.open_chosen", { count: chosen }) : t("filters.open")}</summary>
      {children}
      <p className="above">
        <button type="submit" className="btn second small">
          {t("filters.apply")}
        </button>
      </p>
    </details>
  );
}
