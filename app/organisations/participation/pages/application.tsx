import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import {
  type FocusArea,
  focusAreas,
  type ParticipationGroup,
  participationGroups,
  participationRoles,
} from "~/reference/codes";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Fieldset, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { ShapeTag } from "~/ui/tags";
import { type applicationSchema, leaderCriteria } from "../schema";

export interface ApplicationView {
  /** The group that follows from the constituency, where one does (R7). */
  represents: ParticipationGroup | null;
  /** Focus areas in which nothing is left to apply for. */
  taken: FocusArea[];
}

type ApplicationProps = { view: ApplicationView; receiptKey: string; answer?: FormAnswer };

/** Application to a focus area: as Member, or as Leader candidate (R7). */
export function ApplicationPage({ view, receiptKey, answer }: ApplicationProps) {
  const t = useT("organisations");
  const reference = useT("reference");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof applicationSchema>>({
    id: "application",
    lastResult: answer?.form,
    defaultValue: { represents: view.represents ?? undefined },
  });
  const labels = {
    focusArea: t("participation.focus_area"),
    kind: t("application.kind"),
    represents: t("participation.represents"),
    statement: t("application.statement"),
    criteria: t("application.criteria"),
  };
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t("participation.title"), href: address.myParticipation(lang) },
          { label: t("application.title") },
        ]}
      />
      <PageHead title={t("application.title")} lead={t("application.lead")} low />
      <Form form={form} receiptKey={receiptKey} labels={labels} keep>
        <RadioGroup
          field={fields.focusArea}
          label={labels.focusArea}
          options={focusAreas
            .filter((area) => !view.taken.includes(area))
            .map((area) => ({
              value: area,
              label: <ShapeTag shape={area}>{reference(`focus_areas.${area}`)}</ShapeTag>,
              hint: reference(`focus_areas_help.${area}`),
            }))}
        />
        <RadioGroup
          field={fields.kind}
          label={labels.kind}
          options={[...participationRoles].reverse().map((kind) => ({
            value: kind,
            label: reference(`participation_roles.${kind}`),
            hint: t(`application.kind_hint.${kind}`),
          }))}
        />
        <RadioGroup
          field={fields.represents}
          label={labels.represents}
          hint={t("application.represents_hint")}
          options={participationGroups.map((group) => ({
            value: group,
            label: reference(`participation_groups.${group}`),
          }))}
        />
        <TextArea
          field={fields.statement}
          label={labels.statement}
          hint={t("application.statement_hint")}
          max={4000}
          rows={8}
        />
        <Fieldset legend={t("application.leaders_only")}>
          <CheckboxGroup
            field={fields.criteria}
            label={labels.criteria}
            hint={t("application.criteria_hint")}
            options={leaderCriteria.map((one) => ({ value: one, label: t(`application.criterion.${one}`) }))}
          />
        </Fieldset>
        <Actions>
          <SubmitButton>{t("application.send")}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}
