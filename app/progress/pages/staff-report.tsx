import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { StateTag } from "~/ui/tags";
import type { CheckInput } from "../check/schema";
import { Messages, ReportMatter } from "../components/report-matter";
import { type ReportView, reportTone } from "../model";

export interface StaffReportView extends ReportView {
  /** Two members of staff are needed. */
  two: boolean;
  assignee: string | null;
  acts: CheckInput["act"][];
}

type StaffReportProps = { view: StaffReportView; receiptKey: string; done: string | null; answer?: FormAnswer };
const dones = ["take", "ask", "agree", "accept"] as const;

/** A report as staff check it. */
export function StaffReportPage({ view, receiptKey, done, answer }: StaffReportProps) {
  const t = useT("progress");
  const { lang } = useLang();
  const happened = dones.find((one) => one === done);
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("staff.title"), href: address.reporting(lang) }, { label: view.reference ?? view.title }]}
      />
      <PageHead title={<bdi>{view.title}</bdi>} titleLang={view.titleLang} low>
        <p className="row">
          <StateTag tone={reportTone(view.state)}>{t(`report_state.${view.state}`)}</StateTag>
          <span>{view.period}</span>
          <bdi>{view.organisation}</bdi>
          {view.assignee && <span className="quiet">{t("staff.taken_by", { name: view.assignee })}</span>}
        </p>
      </PageHead>
      {happened && (
        <Notice tone="done" announce>
          {t(`staff.done.${happened}`)}
        </Notice>
      )}
      {view.correctionReason && <Notice title={t("correction")}>{view.correctionReason}</Notice>}
      {view.two && view.state !== "accepted" && <Notice tone="quiet">{t("staff.two")}</Notice>}
      <ReportMatter view={view} />
      <Section id="check" title={t("staff.check")}>
        <div className="stack">
          <Messages messages={view.messages} />
          <CheckForm view={view} receiptKey={receiptKey} answer={answer} />
        </div>
      </Section>
    </>
  );
}

function CheckForm({ view, receiptKey, answer }: Omit<StaffReportProps, "done">) {
  const t = useT("progress");
  const { lang } = useLang();
  const [form, fields] = useForm<{ reason: string }>({ id: "check-form", lastResult: answer?.form });
  if (view.acts.length === 0) return <p className="quiet">{t("staff.nothing_to_do")}</p>;
  const label = t("field.question");
  return (
    <Form
      form={form}
      action={address.staffReport(lang, view.id)}
      receiptKey={receiptKey}
      labels={{ reason: label }}
      keep
    >
      <HiddenField name="version" value={String(view.version)} />
      {view.acts.includes("ask") && (
        <TextArea field={fields.reason} label={label} hint={t("field.question_hint")} max={3000} optional />
      )}
      <Actions>
        {view.acts.map((act) => (
          <SubmitButton key={act} name="act" value={act} second={act === "ask"}>
            {t(`report_move.${act}`)}
          </SubmitButton>
        ))}
      </Actions>
    </Form>
  );
}
