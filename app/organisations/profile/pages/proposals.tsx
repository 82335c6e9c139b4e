import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-parts";

export interface ProposalsView {
  proposals: { href: string; organisation: string; fields: string[]; day: string }[];
}

/** What organisations would like readers to see, waiting for one member of staff (R13). */
export function ProposalsPage({ view }: { view: ProposalsView }) {
  const t = useT("profiles");
  return (
    <>
      <PageHead title={t("staff.title")} lead={t("staff.lead")} low />
      {view.proposals.length === 0 ? (
        <EmptyState title={t("staff.none")}>{t("staff.none_text")}</EmptyState>
      ) : (
        <DataTable
          caption={`${t("staff.title")} (${view.proposals.length})`}
          hideCaption
          columns={[
            { label: t("staff.organisation") },
            { label: t("staff.fields") },
            { label: t("staff.proposed_on") },
          ]}
          rows={view.proposals.map(({ href, organisation, fields, day }) => ({
            key: href,
            cells: [
              <a key="name" href={href}>
                <bdi>{organisation}</bdi>
              </a>,
              fields.join(" · "),
              day,
            ],
          }))}
        />
      )}
    </>
  );
}
