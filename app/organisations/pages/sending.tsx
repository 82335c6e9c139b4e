import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";
import { OrganisationCrumbs } from "../components/organisation-crumbs";

type Props = { receiptKey: string; answer?: FormAnswer };

/** The registration goes back to the reviewer, after changes were asked for. */
export function ResubmissionPage({ receiptKey, answer }: Props) {
  const t = useT("organisations");
  const { lang } = useLang();
  const [form] = useForm({ id: "resubmission", lastResult: answer?.form });
  const part = (name: Parameters<typeof address.myOrganisationPart>[1]) => address.myOrganisationPart(lang, name);
  return (
    <>
      <OrganisationCrumbs here={t("resubmission.title")} />
      <PageHead title={t("resubmission.title")} lead={t("resubmission.lead")} low />
      <ul className="stack tight">
        <li>
          <a href={part("details")}>{t("details.link_open")}</a>
        </li>
        <li>
          <a href={part("key-people")}>{t("key_people.title")}</a>
        </li>
        <li>
          <a href={part("documents")}>{t("documents.title")}</a>
        </li>
      </ul>
      <Form form={form} receiptKey={receiptKey}>
        <Actions>
          <SubmitButton>{t("move.resubmit")}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}

/** The one appeal against a refusal (R12). */
export function AppealPage({ receiptKey, answer }: Props) {
  const t = useT("organisations");
  const [form, fields] = useForm<{ reason: string }>({ id: "appeal", lastResult: answer?.form });
  return (
    <>
      <OrganisationCrumbs here={t("appeal.title")} />
      <PageHead title={t("appeal.title")} lead={t("appeal.lead")} low />
      <Form form={form} receiptKey={receiptKey} labels={{ reason: t("appeal.reason") }} keep>
        <TextArea field={fields.reason} label={t("appeal.reason")} hint={t("appeal.hint")} max={4000} rows={8} />
        <Actions>
          <SubmitButton>{t("appeal.send")}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}
