import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";
import { PASSWORD_MIN } from "../password/model";
import type { confirmationSchema, forgottenSchema, newPasswordSchema } from "../schema";
import { MailSent } from "./join";

/** What a used or expired link shows, with the way to a new one. */
export function DeadLinkPage({ way }: { way: "reset" | "register" | "none" }) {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <div className="stack">
      <PageHead title={t("link.title")} lead={t("link.text")} low />
      {way === "reset" && <ButtonLink href={address.forgotPassword(lang)}>{t("link.again")}</ButtonLink>}
      {way === "register" && <ButtonLink href={address.join(lang)}>{t("link.register_again")}</ButtonLink>}
      {way === "none" && <ButtonLink href={address.me(lang)}>{t("me.title")}</ButtonLink>}
    </div>
  );
}

export function ConfirmationPage({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof confirmationSchema>>({ id: "confirmation", lastResult: answer?.form });
  return (
    <div className="stack">
      <PageHead title={t("confirmation.title")} lead={t("confirmation.lead")} low />
      <Form form={form} labels={{ password: t("field.password") }}>
        <TextField
          field={fields.password}
          type="password"
          label={t("field.password")}
          autoComplete="current-password"
        />
        <Actions>
          <SubmitButton>{t("confirmation.button")}</SubmitButton>
        </Actions>
      </Form>
      <p>
        {t("confirmation.forgot")} <a href={address.forgotPassword(lang)}>{t("confirmation.choose")}</a>
      </p>
    </div>
  );
}

export function ForgottenPage({ view, answer }: { view: { sent: boolean }; answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof forgottenSchema>>({ id: "forgotten", lastResult: answer?.form });
  if (view.sent && !answer)
    return <MailSent title={t("forgotten.sent_title")} text={t("forgotten.sent")} help={t("join.sent_help")} />;
  return (
    <div className="stack">
      <PageHead title={t("forgotten.title")} lead={t("forgotten.lead")} low />
      <Form form={form} labels={{ email: t("field.email") }}>
        <TextField field={fields.email} type="email" label={t("field.email")} autoComplete="username" />
        <Actions>
          <SubmitButton>{t("forgotten.button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

export function ResetPage({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof newPasswordSchema>>({ id: "reset", lastResult: answer?.form });
  return (
    <div className="stack">
      <PageHead title={t("reset.title")} lead={t("reset.lead")} low />
      <Form form={form} labels={{ password: t("field.new_password"), again: t("field.again") }}>
        <TextField
          field={fields.password}
          type="password"
          label={t("field.new_password")}
          hint={t("field.password_hint", { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <TextField field={fields.again} type="password" label={t("field.again")} autoComplete="new-password" />
        <Actions>
          <SubmitButton>{t("reset.button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}
