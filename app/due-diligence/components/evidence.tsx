import { useT } from "~/platform/i18n/react";
import { ExtentMark } from "~/pledges/components/beneficiaries";
import { Checks } from "~/ui/bench";
import { DataTable } from "~/ui/data-table";
import { StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import type { CaseView } from "../case/model";
import { CaseHits } from "../screening/components/case-hits";

/** What the platform itself can say about one step, above what people found there. */
export function StepEvidence({ view, step }: { view: CaseView; step: string }) {
  if (step === "measurability" && view.measurability.length > 0) return <Measurability view={view} />;
  if (step === "beneficiaries" && view.pledge) return <Claims groups={view.pledge.beneficiaries.groups} />;
  if (step === "duplicates" && view.pledge) return <Duplicates view={view} />;
  if (step === "screening") return <CaseHits screening={view.screening} />;
  return null;
}

function Measurability({ view }: { view: CaseView }) {
  return (
    <Checks
      checks={view.measurability.map(({ name, met, reason }) => ({
        key: name,
        state: <StateTag tone={met ? "done" : "half"}>{name}</StateTag>,
        note: reason,
      }))}
    />
  );
}

type Groups = NonNullable<CaseView["pledge"]>["beneficiaries"]["groups"];

function Claims({ groups }: { groups: Groups }) {
  const t = useT("pledges");
  return (
    <DataTable
      caption={t("body.groups")}
      hideCaption
      columns={[
        { label: t("body.group") },
        { label: t("body.claimed") },
        { label: t("body.lists_today") },
        { label: t("body.check") },
      ]}
      rows={groups.map((row) => ({
        key: row.group,
        cells: [
          row.label,
          <span key="claimed">
            <ExtentMark of={row.claimed} />
            {row.note && <small className="quiet"> {row.note}</small>}
          </span>,
          <ExtentMark key="today" of={row.today} />,
          <StateTag key="check" tone={row.check === "agrees" ? "done" : row.check === "differs" ? "due" : "quiet"}>
            {t(`claim_check.${row.check}`)}
          </StateTag>,
        ],
      }))}
    />
  );
}

function Duplicates({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  if (view.duplicates.length === 0) return <p className="small">{t("no_duplicates")}</p>;
  return (
    <DataTable
      caption={t("duplicates_caption")}
      columns={[
        { label: t("column.pledge") },
        { label: t("column.organisation") },
        { label: t("column.state") },
        { label: t("column.likeness"), numeric: true },
      ]}
      rows={view.duplicates.map((one) => ({
        key: one.key,
        cells: [
          <span key="pledge" lang={one.lang} dir="auto">
            {one.title} {one.reference && <Ref>{one.reference}</Ref>}
          </span>,
          <span key="organisation" dir="auto">
            {one.organisation}
          </span>,
          one.state,
          one.likeness,
        ],
      }))}
    />
  );
}
