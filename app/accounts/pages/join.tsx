import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Checkbox } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { PASSWORD_MIN } from "../password/model";
import type { registrationSchema } from "../schema";

export function JoinPage({ view, answer }: { view: { sent: boolean }; answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof registrationSchema>>({ id: "join", lastResult: answer?.form });
  if (view.sent && !answer)
    return <MailSent title={t("join.sent_title")} text={t("join.sent")} help={t("join.sent_help")} />;
  const labels = {
    name: t("field.name"),
    email: t("field.email"),
    password: t("field.password"),
    terms: t("field.terms"),
  };
  return (
    <div className="stack">
      <PageHead title={t("join.title")} lead={t("join.lead")} low />
      <Form form={form} labels={{ ...labels, terms: t("field.terms_read") }} keep>
        <TextField field={fields.name} label={labels.name} autoComplete="name" />
        <TextField
          field={fields.email}
          type="email"
          label={labels.email}
          hint={t("field.email_hint")}
          autoComplete="username"
        />
        <TextField
          field={fields.password}
          type="password"
          label={labels.password}
          hint={t("field.password_hint", { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <Checkbox
          field={fields.terms}
          label={labels.terms}
          hint={
            <>
              <a href={address.text(lang, "terms")}>{t("field.terms_read")}</a> ·{" "}
              <a href={address.text(lang, "privacy")}>{t("field.privacy_read")}</a>
            </>
          }
        />
        <Actions>
          <SubmitButton>{t("join.button")}</SubmitButton>
        </Actions>
      </Form>
      <p>
        {t("join.have_one")} <a href={address.signIn(lang)}>{t("sign_in.title")}</a>
      </p>
    </div>
  );
}

/** The same words whether or not the address is known. */
export function MailSent({ title, text, help }: { title: string; text: string; help?: string }) {
  return (
    <div className="stack">
      <PageHead title={title} low />
      <Notice tone="done" announce>
        {text}
      </Notice>
      {help && <p>{help}</p>}
    </div>
  );
}
