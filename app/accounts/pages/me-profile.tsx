import { useForm } from "@conform-to/react";
import type * as z from "zod";
import type { Person } from "~/access/actor";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { languageNames, languages } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import type { organisationSchema, profileSchema } from "../schema";

/** Where a part of the account hangs, and its name. */
export function PartHead({ title, lead }: { title: string; lead?: string }) {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs items={[{ label: t("me.title"), href: address.me(lang) }, { label: title }]} />
      <PageHead title={title} lead={lead} low />
    </>
  );
}

export interface ProfileView {
  name: string;
  language: string;
  timeZone: string;
  timeZones: readonly string[];
}

export function ProfilePage({ view, answer }: { view: ProfileView; answer?: FormAnswer }) {
  const t = useT("accounts");
  const ui = useT("ui");
  const [form, fields] = useForm<z.input<typeof profileSchema>>({
    id: "profile",
    lastResult: answer?.form,
    defaultValue: { name: view.name, language: view.language as "en", timeZone: view.timeZone },
  });
  const labels = { name: t("field.name"), language: t("field.language"), timeZone: t("field.time_zone") };
  return (
    <div className="stack">
      <PartHead title={t("me.profile")} />
      <Form form={form} labels={labels}>
        <TextField field={fields.name} label={labels.name} autoComplete="name" />
        <SelectField
          field={fields.language}
          label={labels.language}
          width="medium"
          placeholder={null}
          options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        <SelectField
          field={fields.timeZone}
          label={labels.timeZone}
          hint={t("field.time_zone_hint")}
          placeholder={null}
          options={view.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <Actions>
          <SubmitButton>{ui("form.save")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

export type OrganisationsView = Pick<Person, "memberships" | "activeOrganisationId">;

export function ActiveOrganisationPage({ view, answer }: { view: OrganisationsView; answer?: FormAnswer }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof organisationSchema>>({
    id: "organisation",
    lastResult: answer?.form,
    defaultValue: { organisation: view.activeOrganisationId ?? "" },
  });
  if (view.memberships.length === 0)
    return (
      <div className="stack">
        <PartHead title={t("me.organisation")} />
        <EmptyState
          title={t("me.organisation_none")}
          action={<ButtonLink href={address.registerOrganisation(lang)}>{t("me.organisation_register")}</ButtonLink>}
        />
      </div>
    );
  return (
    <div className="stack">
      <PartHead title={t("me.organisation")} lead={t("me.organisation_lead")} />
      <Form form={form} labels={{ organisation: t("field.organisation") }}>
        <RadioGroup
          field={fields.organisation}
          label={t("field.organisation")}
          options={view.memberships.map(({ organisationId, organisationName, role }) => ({
            value: organisationId,
            label: <bdi>{organisationName}</bdi>,
            hint: t(`member_role.${role}`),
          }))}
        />
        <Actions>
          <SubmitButton>{t("me.organisation_button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}
