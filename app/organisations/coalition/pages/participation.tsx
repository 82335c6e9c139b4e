import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import {
  type FocusArea,
  type ParticipationGroup,
  type ParticipationRole,
  participationGroups,
} from "~/reference/codes";
import { DataTable } from "~/ui/data-table";
import { Facts } from "~/ui/facts";
import { RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField, Pair } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateField, TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { Voice } from "~/ui/words";

export interface ParticipationView {
  id: string;
  version: number;
  organisation: string;
  organisationState: string;
  organisationTone: Tone;
  cleared: boolean;
  constituency: string;
  country: string | null;
  kind: ParticipationRole;
  role: string;
  area: FocusArea;
  areaName: string;
  represents: ParticipationGroup;
  group: string;
  /** Whether the secretariat must say why it comes under its group (R7). */
  groupNeedsReason: boolean;
  statement: string;
  applied: string;
  state: string;
  tone: Tone;
  open: boolean;
  standing: boolean;
  term: string | null;
  consultation: string | null;
  reason: string | null;
  today: string;
  mayDecide: boolean;
  /** Other terms of Leaders in this area; null for Members. */
  seats: { name: string; term: string }[] | null;
}

type Props = { view: ParticipationView; receiptKey: string; answer?: FormAnswer };

/** One application or participation, and its decision. */
export function ParticipationPage({ view, receiptKey, answer }: Props) {
  const t = useT("organisations");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t("coalition.title"), href: address.coalition(lang) },
          { label: <bdi>{view.organisation}</bdi> },
        ]}
      />
      <PageHead title={<bdi>{view.organisation}</bdi>} low>
        <p className="row">
          <StateTag tone={view.tone}>{view.state}</StateTag>
          <span>
            {view.role} · <ShapeTag shape={view.area}>{view.areaName}</ShapeTag>
          </span>
        </p>
      </PageHead>
      <Section
        id="application"
        title={t("coalition.application")}
        note={t("participation.applied_on", { date: view.applied })}
      >
        <div className="stack">
          <Facts
            facts={[
              {
                term: t("coalition.organisation_state"),
                value: <StateTag tone={view.organisationTone}>{view.organisationState}</StateTag>,
              },
              { term: t("field.constituency"), value: view.constituency },
              { term: t("field.country"), value: view.country },
              { term: t("participation.represents"), value: view.group },
              ...(view.term ? [{ term: t("coalition.term"), value: view.term }] : []),
              ...(view.consultation
                ? [{ term: t("decision.consultation"), value: <bdi>{view.consultation}</bdi> }]
                : []),
              ...(view.reason ? [{ term: t("decision.reason"), value: <bdi>{view.reason}</bdi> }] : []),
            ]}
          />
          <h3>{t("application.statement")}</h3>
          <Voice>{view.statement}</Voice>
        </div>
      </Section>
      {view.seats && <Seats seats={view.seats} />}
      {view.mayDecide && view.open && <DecisionForm view={view} receiptKey={receiptKey} answer={answer} />}
      {view.mayDecide && view.standing && <EndForm view={view} receiptKey={receiptKey} answer={answer} />}
    </>
  );
}

function Seats({ seats }: { seats: { name: string; term: string }[] }) {
  const t = useT("organisations");
  return (
    <Section id="seats" title={t("coalition.seats")} note={t("coalition.seats_rule")}>
      {seats.length === 0 ? (
        <p className="quiet">{t("coalition.no_leaders")}</p>
      ) : (
        <DataTable
          caption={t("coalition.seats")}
          hideCaption
          columns={[{ label: t("join.organisation") }, { label: t("coalition.term") }]}
          rows={seats.map(({ name, term }) => ({
            key: `${name} ${term}`,
            cells: [<bdi key="name">{name}</bdi>, term],
          }))}
        />
      )}
    </Section>
  );
}

type DecisionFields = Record<"decision" | "represents" | "consultation" | "reason" | "startsOn" | "endsOn", string>;

function DecisionForm({ view, receiptKey, answer }: Props) {
  const t = useT("organisations");
  const reference = useT("reference");
  const { lang } = useLang();
  const leader = view.kind === "leader";
  const [form, fields] = useForm<DecisionFields>({
    id: "decision",
    lastResult: answer?.form,
    defaultValue: { represents: view.represents, startsOn: leader ? undefined : view.today },
  });
  const labels = {
    decision: t("decision.title"),
    represents: t("participation.represents"),
    consultation: t("decision.consultation"),
    reason: t("decision.reason"),
    startsOn: t("decision.starts_on"),
    endsOn: t("decision.ends_on"),
  };
  return (
    <Section id="decision" title={t("decision.title")} note={t("decision.note")}>
      <div className="stack">
        {!view.cleared && <Notice tone="due">{t("decision.not_cleared")}</Notice>}
        <Form
          form={form}
          action={address.participationDecision(lang, view.id)}
          receiptKey={receiptKey}
          labels={labels}
          keep
        >
          <HiddenField name="version" value={String(view.version)} />
          <RadioGroup
            field={fields.decision}
            label={labels.decision}
            options={[
              { value: "admit", label: leader ? t("decision.nominate") : t("decision.admit") },
              { value: "decline", label: t("decision.decline") },
            ]}
          />
          <SelectField
            field={fields.represents}
            label={labels.represents}
            hint={view.groupNeedsReason ? t("decision.group_hint") : undefined}
            width="medium"
            placeholder={null}
            options={participationGroups.map((group) => ({
              value: group,
              label: reference(`participation_groups.${group}`),
            }))}
          />
          <Pair>
            <DateField field={fields.startsOn} label={labels.startsOn} />
            <DateField field={fields.endsOn} label={labels.endsOn} hint={t("decision.ends_hint")} optional />
          </Pair>
          {leader && (
            <TextArea
              field={fields.consultation}
              label={labels.consultation}
              hint={t("decision.consultation_hint")}
              max={2000}
            />
          )}
          <TextArea field={fields.reason} label={labels.reason} hint={t("decision.reason_hint")} max={2000} />
          <Actions>
            <SubmitButton>{t("decision.send")}</SubmitButton>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

function EndForm({ view, receiptKey, answer }: Props) {
  const t = useT("organisations");
  const { lang } = useLang();
  const [form, fields] = useForm<{ endsOn: string; reason: string }>({ id: "end", lastResult: answer?.form });
  const labels = { endsOn: t("participation.ends_on"), reason: t("decision.reason") };
  return (
    <Section id="end" title={t("participation.end")} note={t("coalition.end_note")}>
      <Form form={form} action={address.participationEnd(lang, view.id)} receiptKey={receiptKey} labels={labels} keep>
        <DateField field={fields.endsOn} label={labels.endsOn} hint={t("participation.ends_hint")} optional />
        <TextArea field={fields.reason} label={labels.reason} max={2000} optional />
        <Actions>
          <SubmitButton second>{t("participation.end")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
