import { useT } from "~/platform/i18n/react";
import { StateTag } from "~/ui/tags";
import type { CaseScreening } from "../hits/model";
import { HitTable } from "./hit-table";

/** The screening step of a case: with which list, and what it found. */
export function CaseHits({ screening }: { screening: CaseScreening }) {
  const t = useT("screening");
  const { hits, screened, waits } = screening;
  return (
    <>
      <p className="small">{waits ? <StateTag tone="stopped">{t("waits")}</StateTag> : (screened ?? t("no_list"))}</p>
      {hits.length > 0 && <HitTable caption={t("hits")} hits={hits} />}
      {hits.length === 0 && screened && <p className="small">{t("no_hits")}</p>}
    </>
  );
}
