import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { Wizard, type WizardView } from "../components/wizard";

interface DraftCheckView {
  frame: WizardView & { version: number };
  problems: { key: string; step: string; href: string; message: string }[];
  isLead: boolean;
}

/** The last step: everything that is missing with a link to it, then the way to the sign-off. */
export function DraftCheckPage({ view, receiptKey }: { view: DraftCheckView; receiptKey: string }) {
  const t = useT("pledges");
  const { lang } = useLang();
  const { frame, problems, isLead } = view;
  const id = frame.pledgeId;
  const complete = problems.length === 0;
  return (
    <Wizard view={frame} title={t("step.check.title")}>
      <div className="stack">
        {complete ? (
          <Notice tone="done">{t("step.check.complete")}</Notice>
        ) : (
          <section className="stack tight" aria-labelledby="missing">
            <h2 id="missing">{t("step.check.missing", { count: problems.length })}</h2>
            <ul className="checks">
              {problems.map((problem) => (
                <li key={problem.key}>
                  <a href={problem.href}>{problem.message}</a>
                  <p>{problem.step}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>{isLead ? t("step.check.you_lead") : t("step.check.ask_lead")}</p>
        {isLead ? (
          <p className="row">
            {complete && (
              <ButtonLink href={address.pledgeAct(lang, id, "submission")}>{t("step.check.go_sign_off")}</ButtonLink>
            )}
            <a href={address.pledgeAct(lang, id, "preview")}>{t("step.preview")}</a>
          </p>
        ) : (
          <Form action={address.pledgeAct(lang, id, "sign-off")} receiptKey={receiptKey}>
            <HiddenField name="version" value={String(frame.version)} />
            <Actions>
              {complete && <SubmitButton>{t("move.ask_sign_off")}</SubmitButton>}
              <a href={address.pledgeAct(lang, id, "preview")}>{t("step.preview")}</a>
            </Actions>
          </Form>
        )}
      </div>
    </Wizard>
  );
}
