import { useForm } from "@conform-to/react";
import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FileField } from "~/ui/form/file-field";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { PageHead, Section } from "~/ui/page-parts";
import { OrganisationCrumbs } from "../components/organisation-crumbs";

export interface DocumentsView {
  lead: boolean;
  documents: { href: string; name: string; size: string; day: string }[];
}

/** Documents for due diligence: the registration document first of all. Their form is apart from every other one (E10). */
export function DocumentsPage({
  view,
  receiptKey,
  answer,
}: {
  view: DocumentsView;
  receiptKey: string;
  answer?: FormAnswer;
}) {
  const t = useT("organisations");
  const [form, fields] = useForm<{ file: File }>({ id: "document", lastResult: answer?.form });
  return (
    <>
      <OrganisationCrumbs here={t("documents.title")} />
      <PageHead title={t("documents.title")} lead={t("documents.lead")} low />
      <div className="stack loose">
        {view.documents.length === 0 ? (
          <EmptyState title={t("documents.none")}>{t("documents.none_text")}</EmptyState>
        ) : (
          <DataTable
            caption={t("documents.title")}
            hideCaption
            columns={[
              { label: t("documents.name") },
              { label: t("documents.day") },
              { label: t("documents.size"), numeric: true },
            ]}
            rows={view.documents.map(({ href, name, size, day }) => ({
              key: href,
              cells: [
                <a key="name" href={href}>
                  <bdi>{name}</bdi>
                </a>,
                day,
                size,
              ],
            }))}
          />
        )}
        {view.lead && (
          <Section id="add-document" title={t("documents.add")} note={t("documents.add_note")}>
            <Form form={form} receiptKey={receiptKey} labels={{ file: t("documents.file") }} multipart>
              <FileField
                field={fields.file}
                label={t("documents.file")}
                accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx"
                types="PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX"
                size="10 MB"
              />
              <Actions>
                <SubmitButton>{t("documents.submit")}</SubmitButton>
              </Actions>
            </Form>
          </Section>
        )}
      </div>
    </>
  );
}
