import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea, TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";

export interface AppointmentView {
  organisation: string;
  hasLead: boolean;
  /** Who acts for the organisation now. */
  people: { name: string; email: string }[];
}

type Props = { view: AppointmentView; receiptKey: string; answer?: FormAnswer };

/** The secretariat appoints a lead on a letter of the organisation (R5). */
export function AppointmentPage({ view, receiptKey, answer }: Props) {
  const t = useT("people");
  const organisations = useT("organisations");
  const { lang } = useLang();
  const [form, fields] = useForm<{ email: string; evidence: string }>({ id: "appointment", lastResult: answer?.form });
  const labels = { email: t("appointment.email"), evidence: t("appointment.evidence") };
  return (
    <>
      <Breadcrumbs
        items={[
          { label: organisations("coalition.title"), href: address.coalition(lang) },
          { label: <bdi>{view.organisation}</bdi> },
        ]}
      />
      <PageHead title={t("appointment.title", { organisation: view.organisation })} lead={t("appointment.lead")} low />
      <div className="stack loose">
        <Section id="people" title={t("appointment.people")}>
          {view.people.length === 0 ? (
            <p className="quiet">{t("appointment.nobody")}</p>
          ) : (
            <ul>
              {view.people.map(({ name, email }) => (
                <li key={email}>
                  <bdi>{name}</bdi> · <bdi dir="ltr">{email}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {view.hasLead && !answer ? (
          <Notice>{t("error.has_lead")}</Notice>
        ) : (
          <Form form={form} receiptKey={receiptKey} labels={labels} keep>
            <TextField field={fields.email} type="email" label={labels.email} hint={t("appointment.email_hint")} />
            <TextArea
              field={fields.evidence}
              label={labels.evidence}
              hint={t("appointment.evidence_hint")}
              max={2000}
            />
            <Actions>
              <SubmitButton>{t("appointment.submit")}</SubmitButton>
            </Actions>
          </Form>
        )}
      </div>
    </>
  );
}
