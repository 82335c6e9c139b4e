import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Ref } from "~/ui/words";
import { PledgeCrumbs } from "../../components/crumbs";
import { OnlyLeads } from "../../components/only-leads";

/** One act on one pledge, as this person finds it. */
export interface ActView {
  id: string;
  title: string;
  reference: string | null;
  version: number;
  /** Why it cannot be done now, whoever asks. */
  refusal: string | null;
  /** Set where only a lead can do it and the reader is none. */
  leads: { names: string | null } | null;
  /** The pledge has a public page. */
  isPublic: boolean;
  /** What a withdrawal takes back; "choose": the reader says which. */
  withdraws: "revision" | "pledge" | "choose";
  /** A draft revision goes together with the pledge. */
  hasDraft: boolean;
  /** Last day of an appeal. */
  until: string | null;
}

export type ActPageProps = { view: ActView; receiptKey: string; answer?: FormAnswer };

type FrameProps = ActPageProps & {
  title: string;
  text: string[];
  submit: string;
  reason?: { label: string; hint: string };
  /** Asks, or says, which of the two is withdrawn. */
  asksWhat?: boolean;
};

type ReasonFields = { reason: string; what: string };

/** The question before an act: what it does, a reason where one is needed, and the button. */
function ActFrame({ view, receiptKey, answer, title, text, submit, reason, asksWhat }: FrameProps) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const [form, fields] = useForm<ReasonFields>({ id: "act", lastResult: answer?.form });
  const back = address.myPledge(lang, view.id);
  return (
    <>
      <PledgeCrumbs id={view.id} title={view.title} here={title} />
      <PageHead
        title={title}
        lead={
          <>
            <bdi>{view.title}</bdi> {view.reference && <Ref>{view.reference}</Ref>}
          </>
        }
        low
      />
      {view.refusal ? (
        <Notice>
          <p>
            {view.refusal} <a href={back}>{t("back")}</a>
          </p>
        </Notice>
      ) : (
        <div className="stack">
          {text.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {view.leads ? (
            <OnlyLeads names={view.leads.names} />
          ) : (
            <Form form={form} receiptKey={receiptKey} labels={{ reason: reason?.label ?? "" }} keep={Boolean(reason)}>
              <HiddenField name="version" value={String(view.version)} />
              {asksWhat && <WhatIsWithdrawn view={view} field={fields.what} />}
              {reason && <TextArea field={fields.reason} label={reason.label} hint={reason.hint} max={2000} />}
              <Actions>
                <SubmitButton>{submit}</SubmitButton>
                <a href={back}>{t("not_now")}</a>
              </Actions>
            </Form>
          )}
        </div>
      )}
    </>
  );
}

function WhatIsWithdrawn({ view, field }: { view: ActView; field: Parameters<typeof RadioGroup>[0]["field"] }) {
  const t = useT("my-pledges");
  if (view.withdraws !== "choose") return <HiddenField name="what" value={view.withdraws} />;
  return (
    <RadioGroup
      field={field}
      label={t("withdrawal.what")}
      options={(["revision", "pledge"] as const).map((what) => ({
        value: what,
        label: t(`withdrawal.what_${what}`),
        hint: t(`withdrawal.what_${what}_hint`),
      }))}
    />
  );
}

/** Takes a draft back from the leads, so that it can be changed. */
export function TakeBackPage(props: ActPageProps) {
  const t = useT("my-pledges");
  return (
    <ActFrame {...props} title={t("act.back_to_draft")} text={[t("take_back.text")]} submit={t("act.back_to_draft")} />
  );
}

/** Throws a draft away. */
export function DeletionPage(props: ActPageProps) {
  const t = useT("my-pledges");
  const text = [props.view.isPublic ? t("deletion.text_revision") : t("deletion.text"), t("deletion.for_ever")];
  return <ActFrame {...props} title={t("act.delete_draft")} text={text} submit={t("act.delete_draft")} />;
}

/** Opens a revision of what is published. */
export function RevisionPage(props: ActPageProps) {
  const t = useT("my-pledges");
  return (
    <ActFrame
      {...props}
      title={t("act.revise")}
      text={[t("revision.text"), t("revision.stays")]}
      submit={t("act.revise")}
    />
  );
}

/** Withdraws a pledge; says before what stays public (R3). */
export function WithdrawalPage(props: ActPageProps) {
  const t = useT("my-pledges");
  const { view } = props;
  const text = [
    view.isPublic ? t("withdrawal.stays") : t("withdrawal.no_trace"),
    ...(view.isPublic && view.withdraws === "pledge" && view.hasDraft ? [t("withdrawal.draft_too")] : []),
  ];
  return (
    <ActFrame
      {...props}
      title={t("act.withdraw")}
      text={text}
      submit={t("act.withdraw")}
      asksWhat
      reason={{
        label: t("withdrawal.reason"),
        hint: view.isPublic ? t("withdrawal.reason_hint_public") : t("withdrawal.reason_hint"),
      }}
    />
  );
}

/** Asks for the decision of another approver. */
export function AppealPage(props: ActPageProps) {
  const t = useT("my-pledges");
  const { until } = props.view;
  return (
    <ActFrame
      {...props}
      title={t("act.appeal")}
      text={[t("appeal.text"), ...(until ? [t("appeal.once", { date: until })] : [])]}
      submit={t("appeal.send")}
      reason={{ label: t("appeal.reason"), hint: t("appeal.reason_hint") }}
    />
  );
}
