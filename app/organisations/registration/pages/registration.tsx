import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/form/choice-fields";
import type { FieldSource } from "~/ui/form/field-source";
import { Actions, Fieldset, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { IdentityFields, LegalFields, nameLabels, ProfileFields, useFactLabels } from "../../components/facts-fields";
import { KeyPersonFields } from "../../components/key-person-fields";
import type { SimilarOrganisation } from "../queries.server";
import type { registrationSchema } from "../schema";

type Props = {
  receiptKey: string;
  answer?: FormAnswer & { similar?: SimilarOrganisation[] };
};

/** Registration of an organisation, one calm form in sections; likely duplicates are asked about when it is sent (R9, R15). */
export function RegistrationPage({ receiptKey, answer }: Props) {
  const t = useT("organisations");
  const { lang } = useLang();
  const factLabels = useFactLabels();
  const [form, fields] = useForm<z.input<typeof registrationSchema>>({
    id: "registration",
    lastResult: answer?.form,
    defaultValue: { people: [{ role: "highest_leader" }] },
  });
  const people = fields.people.getFieldList();
  const labels = {
    ...factLabels,
    ...nameLabels,
    people: t("key_people.title"),
    "people[].role": t("field.key_role"),
    "people[].fullName": t("field.full_name"),
    "people[].originalName": t("field.original_name"),
    "people[].nationality": t("field.nationality"),
    "people[].birthYear": t("field.birth_year"),
    mayAct: t("field.may_act"),
    similarAnswer: t("similar.question"),
  };
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("home.title"), href: address.myOrganisation(lang) }, { label: t("registration.title") }]}
      />
      <PageHead title={t("registration.title")} lead={t("registration.lead")} low />
      <Form form={form} labels={labels} receiptKey={receiptKey} rows keep>
        <Notice tone="quiet">
          <p>
            {t("registration.needs")}{" "}
            <a href={address.text(lang, "how-pledges-are-checked")}>{t("registration.how")}</a>
          </p>
        </Notice>
        {answer?.similar && answer.similar.length > 0 && (
          <SimilarStep similar={answer.similar} field={fields.similarAnswer} />
        )}
        <IdentityFields fields={fields} />
        <ProfileFields fields={fields} />
        <LegalFields fields={fields} />
        <Fieldset legend={t("key_people.title")} hint={t("key_people.hint")} id={fields.people.id}>
          <div className="stack">
            {people.map((person, index) => (
              <Fieldset key={person.key} legend={t("key_people.person_number", { number: index + 1 })}>
                <KeyPersonFields fields={person.getFieldset()} />
                {people.length > 1 && (
                  <p>
                    <Button second small {...form.remove.getButtonProps({ name: fields.people.name, index })}>
                      {t("key_people.remove_row", { number: index + 1 })}
                    </Button>
                  </p>
                )}
              </Fieldset>
            ))}
            <p>
              <Button
                second
                small
                {...form.insert.getButtonProps({ name: fields.people.name, defaultValue: { role: "board_member" } })}
              >
                {t("key_people.add_row")}
              </Button>
            </p>
          </div>
        </Fieldset>
        <Checkbox field={fields.mayAct} label={labels.mayAct} />
        <Actions>
          <SubmitButton>{t("registration.submit")}</SubmitButton>
        </Actions>
        <p className="quiet">{t("registration.next")}</p>
      </Form>
    </>
  );
}

/** "Is it one of these?": only organisations with a public page are named (R9). */
function SimilarStep({ similar, field }: { similar: SimilarOrganisation[]; field: FieldSource }) {
  const t = useT("organisations");
  const { lang } = useLang();
  const named = similar.filter((one): one is SimilarOrganisation & { name: string; slug: string } => one.name !== null);
  const unnamed = similar.length > named.length;
  return (
    <Fieldset legend={t("similar.title")} hint={t("similar.hint")}>
      <div className="stack">
        {" "}
        {named.length > 0 && (
          <ul className="stack tight">
            {named.map((one) => (
              <li key={one.id}>
                <a href={address.organisation(lang, one.slug)}>
                  <bdi>{one.name}</bdi>
                </a>{" "}
                <span className="quiet">{t(`similar.because.${one.because}`)}</span>
                <br />
                <a href={address.askToJoin(lang, one.id)}>{t("similar.ask_to_join")}</a>
              </li>
            ))}
          </ul>
        )}
        {unnamed && (
          <p>
            {t("similar.known_to_staff")} <a href={address.text(lang, "contact")}>{t("similar.contact")}</a>
          </p>
        )}
        <RadioGroup
          field={field}
          label={t("similar.question")}
          options={[
            ...named.map((one) => ({ value: `part_of:${one.id}`, label: t("similar.part_of", { name: one.name }) })),
            { value: "different", label: t("similar.different") },
          ]}
        />
      </div>{" "}
    </Fieldset>
  );
}
