import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { SavedAt } from "~/ui/form/form";
import { type Step, Steps } from "~/ui/steps";
import { StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";

/** What stands around every page of a draft. */
export interface WizardView {
  pledgeId: string;
  title: string;
  reference: string | null;
  organisation: string;
  savedAt?: string;
  steps: Step[];
  measurability: { criterion: string; met: boolean; reason: string; href?: string }[];
}

type WizardProps = { view: WizardView; title: string; lead?: ReactNode; errors?: ReactNode; children: ReactNode };

/** A step of the wizard: the steps at the side, the form, and the measurability check beside it. */
export function Wizard({ view, title, lead, children }: WizardProps) {
  const t = useT("pledges");
  const ui = useT("ui");
  const { lang } = useLang();
  return (
    <>
      <div className="status">
        <span>
          <a href={address.myPledges(lang)}>{t("my.title")}</a>{" "}
          <span className="quiet">
            / <a href={address.myPledge(lang, view.pledgeId)}>{view.title || t("my.untitled")}</a>{" "}
            {view.reference && <Ref>{view.reference}</Ref>}
          </span>
        </span>
        <span>
          <SavedAt time={view.savedAt} /> <span className="quiet">{ui("form.leave_and_return")}</span>
        </span>
      </div>
      <div className="wiz">
        <Steps steps={view.steps} />
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead quiet">{lead}</p>}
          {children}
        </div>
        <Measurability checks={view.measurability} />
      </div>
    </>
  );
}

/** The named criteria, each met or not with the reason and where to mend it. The reviewer sees the same. */
export function Measurability({ checks }: { checks: WizardView["measurability"] }) {
  const t = useT("pledges");
  const met = checks.filter((one) => one.met).length;
  return (
    <aside aria-labelledby="measurability">
      <h2 id="measurability">{t("measurable.title")}</h2>
      <p className="small quiet">{t("measurable.note", { met, all: checks.length })}</p>
      <ul className="checks">
        {checks.map((one) => (
          <li key={one.criterion}>
            <StateTag tone={one.met ? "done" : "due"}>{one.criterion}</StateTag>
            <p>
              {one.reason} {one.href && <a href={one.href}>{t("measurable.mend")}</a>}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
