import { useForm } from "@conform-to/react";
import type * as z from "zod";
import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { type Option, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea, TextField } from "~/ui/form/text-field";
import { PageHead, Section } from "~/ui/page-parts";
import { StateTag } from "~/ui/tags";
import { PledgeCrumbs } from "../../following/components/crumbs";
import type { translationSchema } from "../schema";

interface Words {
  title: string;
  summary: string;
  language: string;
}

export interface MyTranslationsView {
  pledgeId: string;
  original: Words;
  options: Option[];
  rows: (Words & { name: string; accepted: boolean; state: string })[];
}

/** Title and summary, each passage in its own language. */
export function Both({ of }: { of: Words }) {
  return (
    <div lang={of.language} dir="auto">
      <p className="strong">{of.title}</p>
      <p className="typed">{of.summary}</p>
    </div>
  );
}

type MyTranslationsProps = { view: MyTranslationsView; receiptKey: string; answer?: FormAnswer };

/** The translations of one pledge, and one form to write or change them (R25). */
export function MyTranslationsPage({ view, receiptKey, answer }: MyTranslationsProps) {
  const t = useT("translations");
  const [form, fields] = useForm<z.input<typeof translationSchema>>({ id: "translation", lastResult: answer?.form });
  const labels = { language: t("column.language"), title: t("field.title"), summary: t("field.summary") };
  return (
    <>
      <PledgeCrumbs id={view.pledgeId} title={view.original.title} here={t("title")} />
      <PageHead title={t("title")} lead={t("lead")} low />
      <Section id="original" title={t("original")}>
        <Both of={view.original} />
      </Section>
      <Section id="translations" title={t("title")}>
        <DataTable
          caption={t("title")}
          hideCaption
          columns={[{ label: t("column.language") }, { label: t("column.text") }, { label: t("column.state") }]}
          rows={view.rows.map((one) => ({
            key: one.language,
            cells: [
              <bdi key="name" lang={one.language}>
                {one.name}
              </bdi>,
              one.title ? <Both key="text" of={one} /> : "–",
              <StateTag key="state" tone={one.accepted ? "done" : "quiet"}>
                {one.state}
              </StateTag>,
            ],
          }))}
        />
      </Section>
      <Section id="write" title={t("write.title")} note={t("write.note")}>
        <Form form={form} receiptKey={receiptKey} labels={labels} keep>
          <SelectField field={fields.language} label={labels.language} options={view.options} width="medium" />
          <TextField field={fields.title} label={labels.title} max={120} />
          <TextArea field={fields.summary} label={labels.summary} max={400} />
          <Actions>
            <SubmitButton>{t("write.save")}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
