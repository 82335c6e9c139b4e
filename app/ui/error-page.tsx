import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";

/** The answers that have a page of their own. */
const errorStatuses = [400, 403, 404, 405, 409, 413, 429, 500, 503] as const;
type ErrorStatus = (typeof errorStatuses)[number];

/** The status whose words fit: itself if it has a page, otherwise its family's. */
export function errorStatus(status: number): ErrorStatus {
  const known = errorStatuses.find((one) => one === status);
  if (known) return known;
  return status >= 400 && status < 500 ? 400 : 500;
}

type ErrorPageProps = {
  status: number;
  /** A reference the reader can quote; the log has the rest. */
  reference?: string;
  /** The address named an organisation for which the reader does not act. */
  otherOrganisation?: boolean;
  /** A more helpful link than home, where there is one. */
  action?: ReactNode;
};

/** What happened, why, and what to do now. Never blames, never shows a stack. */
export function ErrorPage({ status, reference, action, otherOrganisation }: ErrorPageProps) {
  const t = useT("ui");
  const { lang } = useLang();
  const words = otherOrganisation ? "other_organisation" : errorStatus(status);
  return (
    <div className="head stack">
      <p className="quiet num">{t("page_error.number", { status })}</p>
      <h1>{t(`page_error.${words}.title`)}</h1>
      <p className="lead">{t(`page_error.${words}.explanation`)}</p>
      <p>{t(`page_error.${words}.next_step`)}</p>
      {reference && (
        <p className="small quiet">
          {t("page_error.reference")} <bdi className="ref">{reference}</bdi>
        </p>
      )}
      <p className="row">
        {action}
        {otherOrganisation && <a href={address.myPart(lang, "organisation")}>{t("page_error.choose_organisation")}</a>}
        {words === 404 && <a href={address.compendium(lang)}>{t("page_error.compendium")}</a>}
        <a href={address.home(lang)}>{t("page_error.home")}</a>
      </p>
    </div>
  );
}
