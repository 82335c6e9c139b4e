import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import type { signInSchema } from "../schema";

/** `to` is where the person wanted to go; `notice` what has just happened. */
export interface SignInView {
  to?: string;
  notice?: "reset_done" | "signed_out" | "deleted" | "email_undone";
}

export function SignInPage({ view, answer }: { view: SignInView; answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof signInSchema>>({ id: "sign-in", lastResult: answer?.form });
  return (
    <div className="stack">
      <PageHead title={t("sign_in.title")} lead={t("sign_in.lead")} low />
      {view.notice && !answer && (
        <Notice tone="done" announce>
          {t(`sign_in.${view.notice}`)}
        </Notice>
      )}
      <Form form={form} labels={{ email: t("field.email"), password: t("field.password") }}>
        {view.to && <HiddenField name="to" value={view.to} />}
        <TextField field={fields.email} type="email" label={t("field.email")} autoComplete="username" />
        <TextField
          field={fields.password}
          type="password"
          label={t("field.password")}
          autoComplete="current-password"
        />
        <Actions>
          <SubmitButton>{t("sign_in.button")}</SubmitButton>
          <a href={address.forgotPassword(lang)}>{t("sign_in.forgotten")}</a>
        </Actions>
      </Form>
      <p>
        {t("sign_in.new_here")} <a href={address.join(lang)}>{t("sign_in.join")}</a>
      </p>
    </div>
  );
}
