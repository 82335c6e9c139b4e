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
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Fieldset, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateField, TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { type applicationSchema, leaderCriteria } from "../schema";

export interface MyParticipationView {
  lead: boolean;
  cleared: boolean;
  participations: {
    id: string;
    area: FocusArea;
    areaName: string;
    role: string;
    group: string;
    state: string;
    tone: Tone;
    term: string | null;
    reason: string | null;
    endHref: string | null;
  }[];
}

export interface ApplicationView {
  /** The group that follows from the constituency, where one does (R7). */
  represents: ParticipationGroup | null;
  /** Focus areas in which nothing is left to apply for. */
  taken: FocusArea[];
}

export interface EndParticipationView {
  role: string;
  areaName: string;
  applied: boolean;
}

/** Where the organisation takes part, and the way to take part in more. */
export function MyParticipationPage({ view }: { view: MyParticipationView }) {
  const t = useT("organisations");
  const { lang } = useLang();
  const apply = view.lead && (
    <ButtonLink href={address.applyParticipation(lang)}>{t("participation.apply")}</ButtonLink>
  );
  return (
    <>
      <PageHead title={t("participation.title")} lead={t("participation.lead")} low />
      {!view.cleared && <Notice tone="quiet">{t("participation.needs_clearance")}</Notice>}
      {view.participations.length === 0 ? (
        <EmptyState title={t("participation.none")} action={apply}>
          {t("participation.optional")}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t("participation.title")}
            hideCaption
            columns={[
              { label: t("participation.focus_area") },
              { label: t("participation.role") },
              { label: t("participation.represents") },
              { label: t("participation.state_label") },
              { label: t("people.actions"), quiet: true },
            ]}
            rows={view.participations.map((one) => ({
              key: one.id,
              cells: [
                <ShapeTag key="area" shape={one.area}>
                  {one.areaName}
                </ShapeTag>,
                one.role,
                one.group,
                <State key="state" one={one} />,
                one.endHref && (
                  <a key="end" href={one.endHref}>
                    {t("participation.end")}
                  </a>
                ),
              ],
            }))}
          />
          {apply && <p>{apply}</p>}
        </>
      )}
    </>
  );
}

function State({ one }: { one: MyParticipationView["participations"][number] }) {
  return (
    <>
      <StateTag tone={one.tone}>{one.state}</StateTag>
      {one.term && (
        <>
          <br />
          <span className="quiet">{one.term}</span>
        </>
      )}
      {one.reason && (
        <>
          <br />
          <bdi>{one.reason}</bdi>
        </>
      )}
    </>
  );
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

type EndProps = { view: EndParticipationView; receiptKey: string; answer?: FormAnswer };

/** Takes back an application, or ends a participation from a day on. */
export function EndParticipationPage({ view, receiptKey, answer }: EndProps) {
  const t = useT("organisations");
  const { lang } = useLang();
  const [form, fields] = useForm<{ endsOn: string }>({ id: "end", lastResult: answer?.form });
  const title = view.applied ? t("participation.take_back") : t("participation.end");
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("participation.title"), href: address.myParticipation(lang) }, { label: title }]}
      />
      <PageHead title={title} lead={`${view.role} · ${view.areaName}`} low />
      <Form form={form} receiptKey={receiptKey} labels={{ endsOn: t("participation.ends_on") }}>
        <p>{t("participation.end_text")}</p>
        {!view.applied && (
          <DateField
            field={fields.endsOn}
            label={t("participation.ends_on")}
            hint={t("participation.ends_hint")}
            optional
          />
        )}
        <Actions>
          <SubmitButton>{title}</SubmitButton>
          <a href={address.myParticipation(lang)}>{t("people.keep")}</a>
        </Actions>
      </Form>
    </>
  );
}
