import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Checkbox } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Ref } from "~/ui/words";
import type { signOffSchema } from "../submission/schema";

export interface SignOffView {
  pledgeId: string;
  title: string;
  organisation: string;
  version: number;
  again: boolean;
  problems: { key: string; step: string; href: string; message: string }[];
}

type SignOffProps = { view: SignOffView; receiptKey: string; answer?: FormAnswer };

/** The lead signs off: both statements in full, then it goes to the reviewers (R5, R33). */
export function SignOffPage({ view, receiptKey, answer }: SignOffProps) {
  const t = useT("pledges");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof signOffSchema>>({ id: "sign-off", lastResult: answer?.form });
  if (view.problems.length > 0)
    return (
      <>
        <PageHead title={t("sign_off.title")} low />
        <Notice tone="due" title={t("step.check.missing", { count: view.problems.length })}>
          <ul>
            {view.problems.map((problem) => (
              <li key={problem.key}>
                <a href={problem.href}>{problem.message}</a>
              </li>
            ))}
          </ul>
        </Notice>
      </>
    );
  return (
    <>
      <PageHead title={t("sign_off.title")} lead={view.title} low />
      <p>
        {t("sign_off.lead", { organisation: view.organisation })}{" "}
        <a href={address.pledgeAct(lang, view.pledgeId, "preview")}>{t("step.preview")}</a>
      </p>
      <Form form={form} receiptKey={receiptKey}>
        <HiddenField name="version" value={String(view.version)} />
        <Checkbox field={fields.mayCommit} label={t("consent.v1.commit", { organisation: view.organisation })} />
        <Checkbox field={fields.consent} label={t("consent.v1.publish")} />
        <Actions>
          <SubmitButton>{view.again ? t("move.resubmit") : t("move.submit")}</SubmitButton>
          <a href={address.pledgeStep(lang, view.pledgeId, "check")}>{t("preview.back_to_draft")}</a>
        </Actions>
      </Form>
    </>
  );
}

export interface ReceiptView {
  pledgeId: string;
  title: string;
  reference: string;
  submittedOn: string;
}

/** What was sent, under which reference, and what happens now. */
export function ReceiptPage({ view }: { view: ReceiptView }) {
  const t = useT("pledges");
  const { lang } = useLang();
  return (
    <>
      <PageHead title={t("receipt.title")} lead={view.title} low />
      <Notice tone="done" announce>
        <p>
          {t("receipt.sent", { date: view.submittedOn })} <Ref>{view.reference}</Ref>
        </p>
      </Notice>
      <ol className="stack tight">
        <li>{t("receipt.next_review")}</li>
        <li>{t("receipt.next_questions")}</li>
        <li>{t("receipt.next_decision")}</li>
      </ol>
      <p className="row">
        <ButtonLink href={address.myPledge(lang, view.pledgeId)}>{t("receipt.follow")}</ButtonLink>
        <a href={address.myPledges(lang)}>{t("my.title")}</a>
      </p>
    </>
  );
}
