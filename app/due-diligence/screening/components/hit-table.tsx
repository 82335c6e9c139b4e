import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { StateTag } from "~/ui/tags";
import { type HitRow, hitTones } from "../hits/model";

interface HitTableProps {
  caption: string;
  hits: (HitRow & { href: string })[];
  /** Names the organisation too, where they are of several. */
  ofMany?: boolean;
}

/** Names beside the listed names they are like; each leads to the page on which a person resolves it. */
export function HitTable({ caption, hits, ofMany }: HitTableProps) {
  const t = useT("screening");
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { label: t("column.name") },
        { label: t("column.listed") },
        { label: t("column.likeness"), numeric: true },
        { label: t("column.state") },
        ...(ofMany ? [{ label: t("column.organisation") }] : []),
      ]}
      rows={hits.map((hit) => ({
        key: hit.id,
        cells: [
          <span key="name">
            <a href={hit.href}>
              <bdi>{hit.name}</bdi>
            </a>{" "}
            <small className="quiet">{hit.role}</small>
          </span>,
          <bdi key="listed">{hit.listedName}</bdi>,
          hit.score,
          <StateTag key="state" tone={hitTones[hit.state.code]}>
            {hit.state.label}
          </StateTag>,
          ...(ofMany
            ? [
                <span key="organisation">
                  <bdi>{hit.organisation.name}</bdi> <small className="quiet">{hit.organisation.state}</small>
                </span>,
              ]
            : []),
        ],
      }))}
    />
  );
}
