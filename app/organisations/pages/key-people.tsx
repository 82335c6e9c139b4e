import { useForm } from "@conform-to/react";
import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Actions, Fieldset, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { KeyPersonFields } from "../components/key-person-fields";
import { OrganisationCrumbs } from "../components/organisation-crumbs";
import type { KeyPersonInput } from "../schema";

export interface KeyPeopleView {
  open: boolean;
  people: {
    name: string;
    originalName: string | null;
    role: string;
    nationality: string | null;
    birthYear: string | null;
    removeHref: string;
  }[];
}

/** Who leads and owns the organisation; read by due-diligence staff only (R15). */
export function KeyPeoplePage({
  view,
  receiptKey,
  answer,
}: {
  view: KeyPeopleView;
  receiptKey: string;
  answer?: FormAnswer;
}) {
  const t = useT("organisations");
  const [form, fields] = useForm<KeyPersonInput>({ id: "person", lastResult: answer?.form });
  const labels = { role: t("field.key_role"), fullName: t("field.full_name") };
  return (
    <>
      <OrganisationCrumbs here={t("key_people.title")} />
      <PageHead title={t("key_people.title")} lead={t("key_people.hint")} low />
      <div className="stack loose">
        <DataTable
          caption={t("key_people.title")}
          hideCaption
          columns={[
            { label: t("field.full_name") },
            { label: t("field.key_role") },
            { label: t("field.nationality") },
            { label: t("field.birth_year"), numeric: true },
            ...(view.open ? [{ label: t("people.actions"), quiet: true }] : []),
          ]}
          rows={view.people.map((one) => ({
            key: one.removeHref,
            cells: [
              <Names key="name" name={one.name} originalName={one.originalName} />,
              one.role,
              one.nationality ?? "–",
              one.birthYear ?? "–",
              ...(view.open ? [<Remove key="remove" action={one.removeHref} name={one.name} />] : []),
            ],
          }))}
        />
        {view.open ? (
          <Section id="add-person" title={t("key_people.add")}>
            <Form form={form} receiptKey={receiptKey} labels={labels}>
              <Fieldset legend={t("key_people.add_row")}>
                <KeyPersonFields fields={fields} />
              </Fieldset>
              <Actions>
                <SubmitButton>{t("key_people.add")}</SubmitButton>
              </Actions>
            </Form>
          </Section>
        ) : (
          <Notice tone="quiet">{t("key_people.fixed")}</Notice>
        )}
      </div>
    </>
  );
}

function Names({ name, originalName }: { name: string; originalName: string | null }) {
  return (
    <>
      <bdi>{name}</bdi>
      {originalName && (
        <>
          <br />
          <bdi className="quiet">{originalName}</bdi>
        </>
      )}
    </>
  );
}

function Remove({ action, name }: { action: string; name: string }) {
  const t = useT("organisations");
  return (
    <Form action={action} wide label={t("key_people.remove", { name })}>
      <SubmitButton second small>
        {t("key_people.remove", { name })}
      </SubmitButton>
    </Form>
  );
}
