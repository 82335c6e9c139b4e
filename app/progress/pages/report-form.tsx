import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { languageNames, languages } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { RadioGroup, SelectField } from "~/ui/form/choice-fields";
import { Actions, Fieldset, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateField, TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { StateTag } from "~/ui/tags";
import { FigureFields } from "../components/figure-fields";
import { OwnActs } from "../components/own-acts";
import { Messages, ReportMatter } from "../components/report-matter";
import { deliveryStatuses } from "../figures/model";
import { type ReportView, reportTone } from "../model";
import type { OwnActInput, reportSchema } from "../writing/schema";

type Values = z.input<typeof reportSchema>;

export interface OwnReportView extends ReportView {
  lead: boolean;
  writable: boolean;
  acts: OwnActInput["act"][];
  values: Omit<Values, "version" | "next">;
}

type Done = "saved" | "ready" | "sent" | "back_to_draft" | "resubmit" | "withdraw" | "correct";
const dones: readonly Done[] = ["saved", "ready", "sent", "back_to_draft", "resubmit", "withdraw", "correct"];

export interface ReportPageProps {
  view: OwnReportView;
  /** One for the form, one for the acts beside it. */
  receipts: { form: string; acts: string };
  done: string | null;
  answer?: FormAnswer;
  actAnswer?: FormAnswer;
}

/** A report as its organisation sees it: the form while it is written, then what was sent and what can be done with it. */
export function ReportPage({ view, receipts, done, answer, actAnswer }: ReportPageProps) {
  const t = useT("progress");
  const { lang } = useLang();
  const happened = dones.find((one) => one === done);
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("my.title"), href: address.myReports(lang) }, { label: view.reference ?? t("form.title") }]}
      />
      <PageHead title={t("form.title")} lead={<bdi lang={view.titleLang}>{view.title}</bdi>} low>
        <p className="row">
          <StateTag tone={reportTone(view.state)}>{t(`report_state.${view.state}`)}</StateTag>
          <span>{view.period}</span>
          <bdi className="quiet">{view.organisation}</bdi>
        </p>
      </PageHead>
      {happened && (
        <Notice tone="done" announce>
          {t(`done.${happened}`)}
        </Notice>
      )}
      {view.correctionReason && <Notice title={t("correction")}>{view.correctionReason}</Notice>}
      {(view.messages.length > 0 || view.acts.length > 0) && (
        <Section id="acts" title={t("messages")}>
          <div className="stack">
            <Messages messages={view.messages} />
            <OwnActs view={view} receiptKey={receipts.acts} answer={actAnswer} />
          </div>
        </Section>
      )}
      {view.writable ? (
        <ReportForm view={view} receiptKey={receipts.form} answer={answer} />
      ) : (
        <ReportMatter view={view} />
      )}
    </>
  );
}

function ReportForm({ view, receiptKey, answer }: { view: OwnReportView; receiptKey: string; answer?: FormAnswer }) {
  const t = useT("progress");
  const { lang } = useLang();
  const [form, fields] = useForm<Values>({ id: "report", lastResult: answer?.form, defaultValue: view.values });
  const indicators = fields.indicators.getFieldList().map((one) => one.getFieldset());
  const milestones = fields.milestones.getFieldList().map((one) => one.getFieldset());
  const figure = (field: string) => view.figures.find((one) => one.field === field);
  const money = figure("disbursed");
  const people = figure("people");
  const labels = {
    status: t("field.status"),
    statusReason: t("field.status_reason"),
    disbursed: t("field.disbursed"),
    disbursedNote: `${t("field.disbursed")}, ${t("field.note")}`,
    people: t("field.people"),
    peopleNote: `${t("field.people")}, ${t("field.note")}`,
    "indicators[].value": t("column.value"),
    "indicators[].note": t("field.note"),
    narrative: t("field.narrative"),
    obstacles: t("field.obstacles"),
    nextSteps: t("field.next_steps"),
    links: t("field.links"),
  };
  return (
    <Form form={form} action={address.myReport(lang, view.id)} receiptKey={receiptKey} labels={labels} keep>
      <HiddenField name="version" value={String(view.version)} />
      <p className="quiet">{t("form.lead")}</p>
      <RadioGroup
        field={fields.status}
        label={labels.status}
        options={deliveryStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <TextArea
        field={fields.statusReason}
        label={labels.statusReason}
        hint={t("field.status_reason_hint")}
        max={2000}
        optional
      />
      {money && (
        <FigureFields
          figure={money}
          value={fields.disbursed}
          note={fields.disbursedNote}
          hint={t("field.disbursed_hint")}
        />
      )}
      {people && <FigureFields figure={people} value={fields.people} note={fields.peopleNote} />}
      {indicators.map((one, index) => {
        const known = figure(`indicators[${index}].value`);
        return (
          known && (
            <div key={known.field}>
              <HiddenField name={one.key.name} value={String(one.key.initialValue ?? "")} />
              <FigureFields figure={known} value={one.value} note={one.note} />
            </div>
          )
        );
      })}
      {milestones.length > 0 && (
        <Fieldset legend={t("field.milestones")} hint={t("field.milestones_hint")}>
          {milestones.map((one, index) => {
            const known = view.milestones[index];
            return (
              known && (
                <div key={known.key}>
                  <HiddenField name={one.key.name} value={known.key} />
                  <DateField
                    field={one.done}
                    label={<bdi>{known.name}</bdi>}
                    hint={known.due ? t("milestone_due", { date: known.due }) : undefined}
                    optional
                  />
                </div>
              )
            );
          })}
        </Fieldset>
      )}
      <SelectField
        field={fields.language}
        label={t("field.language")}
        placeholder={null}
        width="medium"
        options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
      />
      <TextArea
        field={fields.narrative}
        label={labels.narrative}
        hint={t("field.narrative_hint")}
        max={5000}
        rows={8}
      />
      <TextArea field={fields.obstacles} label={labels.obstacles} max={3000} optional />
      <TextArea field={fields.nextSteps} label={labels.nextSteps} max={3000} optional />
      <TextArea field={fields.links} label={labels.links} hint={t("field.links_hint")} optional />
      <Actions>
        <SubmitButton name="next" value="save" second={view.state === "draft"}>
          {t("form.save")}
        </SubmitButton>
        {view.state === "draft" && (
          <SubmitButton name="next" value={view.lead ? "send" : "ready"}>
            {t(view.lead ? "form.send" : "form.ready")}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  );
}
