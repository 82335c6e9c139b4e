import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { languageNames, languages } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import type { invitationSchema } from "../schema";

type Props = { view: { organisation: string }; receiptKey: string; answer?: FormAnswer };

/** A lead invites a colleague by mail. */
export function InvitePage({ view, receiptKey, answer }: Props) {
  const t = useT("invitations");
  const organisations = useT("organisations");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof invitationSchema>>({
    id: "invitation",
    lastResult: answer?.form,
    defaultValue: { role: "author", language: lang },
  });
  const labels = {
    email: t("invite.email"),
    role: organisations("people.role"),
    language: t("invite.language"),
  };
  return (
    <>
      <Breadcrumbs
        items={[
          { label: organisations("home.title"), href: address.myOrganisation(lang) },
          { label: organisations("people.title"), href: address.myOrganisationPart(lang, "people") },
          { label: t("invite.title") },
        ]}
      />
      <PageHead title={t("invite.title")} lead={t("invite.lead", { organisation: view.organisation })} low />
      <Form form={form} receiptKey={receiptKey} labels={labels} keep>
        <TextField field={fields.email} type="email" label={labels.email} hint={t("invite.email_hint")} />
        <RadioGroup
          field={fields.role}
          label={labels.role}
          options={(["author", "lead"] as const).map((role) => ({
            value: role,
            label: organisations(`role.${role}`),
            hint: organisations(`role_hint.${role}`),
          }))}
        />
        <SelectField
          field={fields.language}
          label={labels.language}
          hint={t("invite.language_hint")}
          width="medium"
          placeholder={null}
          options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        <Actions>
          <SubmitButton>{t("invite.send")}</SubmitButton>
          <a href={address.myOrganisationPart(lang, "people")}>{t("invite.back")}</a>
        </Actions>
      </Form>
    </>
  );
}
