import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import type { codeSchema, newFactorSchema } from "../schema";
import { PartHead } from "./me-profile";

/** The second step of signing in; `isSet` is false for staff who must set it up first. */
export function GiveFactorPage({ view, answer }: { view: { to?: string; isSet: boolean }; answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof codeSchema>>({ id: "factor", lastResult: answer?.form });
  if (!view.isSet)
    return (
      <div className="stack">
        <PageHead title={t("factor.missing_title")} lead={t("factor.missing")} low />
        <ButtonLink href={address.myPart(lang, "second-factor")}>{t("factor.set_up")}</ButtonLink>
      </div>
    );
  return (
    <div className="stack">
      <PageHead title={t("factor.title")} lead={t("factor.lead")} low />
      <Form form={form} labels={{ code: t("field.code") }}>
        {view.to && <HiddenField name="to" value={view.to} />}
        <CodeField field={fields.code} hint={t("field.code_hint")} />
        <Actions>
          <SubmitButton>{t("factor.button")}</SubmitButton>
        </Actions>
      </Form>
      <p>{t("factor.lost")}</p>
    </div>
  );
}

function CodeField({ field, hint }: { field: Parameters<typeof TextField>[0]["field"]; hint: string }) {
  const t = useT("accounts");
  return (
    <TextField
      field={field}
      label={t("field.code")}
      hint={hint}
      autoComplete="one-time-code"
      width="medium"
      spellCheck={false}
    />
  );
}

export interface FactorView {
  since: string | null;
  codesLeft: number;
  offer: { secret: string; uri: string } | null;
}

export function MyFactorPage({ view, answer }: { view: FactorView; answer?: FormAnswer }) {
  const t = useT("accounts");
  return (
    <div className="stack">
      <PartHead
        title={t("me.factor")}
        lead={view.since ? t("me.factor_on", { date: view.since }) : t("me.factor_lead")}
      />
      {view.offer ? (
        <NewFactor offer={view.offer} answer={answer} />
      ) : (
        <NewCodes left={view.codesLeft} answer={answer} />
      )}
    </div>
  );
}

function NewFactor({ offer, answer }: { offer: { secret: string; uri: string }; answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof newFactorSchema>>({
    id: "new-factor",
    lastResult: answer?.form,
    defaultValue: { secret: offer.secret, uri: offer.uri },
  });
  // After a wrong code the authenticator knows the first key, so the page keeps it.
  const secret = fields.secret.initialValue ?? offer.secret;
  const uri = fields.uri.initialValue ?? offer.uri;
  return (
    <div className="stack">
      <p>
        {t("me.factor_key")}: <code dir="ltr">{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <p>
        <a href={uri}>{t("me.factor_open")}</a>
      </p>
      <Form form={form} labels={{ code: t("field.code") }}>
        <HiddenField name="secret" value={secret} />
        <HiddenField name="uri" value={uri} />
        <CodeField field={fields.code} hint={t("field.code_new")} />
        <Actions>
          <SubmitButton>{t("me.factor_button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

function NewCodes({ left, answer }: { left: number; answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof codeSchema>>({ id: "recovery", lastResult: answer?.form });
  return (
    <Section id="recovery-codes" title={t("me.recovery")} note={t("me.recovery_left", { count: left })}>
      <p>{t("me.recovery_new_lead")}</p>
      <Form form={form} action={address.myPart(lang, "recovery-codes")} labels={{ code: t("field.code") }}>
        <CodeField field={fields.code} hint={t("field.code_new")} />
        <Actions>
          <SubmitButton second>{t("me.recovery_new")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

/** Shown once, straight after they were made. */
export function RecoveryCodesPage({ codes }: { codes: string[] }) {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <div className="stack">
      <PartHead title={t("me.recovery")} lead={t("me.recovery_lead")} />
      <Notice tone="done" title={t("me.factor_done")} announce>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code dir="ltr">{code}</code>
            </li>
          ))}
        </ul>
      </Notice>
      <ButtonLink href={address.me(lang)}>{t("me.title")}</ButtonLink>
    </div>
  );
}
