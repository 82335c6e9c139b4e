import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";

export interface ActView {
  pledgeId: string;
  title: string;
  version: number;
  /** The pledge itself is public, not only the revision under way. */
  published: boolean;
  /** A revision of a published pledge is under way. */
  revising: boolean;
}

type ActProps = { view: ActView; receiptKey: string; answer?: FormAnswer };

/** Withdrawal and appeal: what it means, then a reason. */
export function ReasonPage({ view, receiptKey, answer, act }: ActProps & { act: "withdraw" | "appeal" }) {
  const t = useT("pledges");
  const { lang } = useLang();
  const [form, fields] = useForm<{ reason: string }>({ id: act, lastResult: answer?.form });
  const meaning =
    act === "appeal"
      ? t("act.appeal_meaning")
      : view.published && !view.revising
        ? t("act.withdraw_public")
        : t("act.withdraw_meaning");
  return (
    <>
      <PageHead title={act === "appeal" ? t("act.appeal_title") : t("act.withdraw_title")} lead={view.title} low />
      <p>{meaning}</p>
      <Form form={form} receiptKey={receiptKey} labels={{ reason: t("act.reason") }} keep>
        <HiddenField name="version" value={String(view.version)} />
        <TextArea field={fields.reason} label={t("act.reason")} hint={t("act.reason_hint")} max={2000} />
        <Actions>
          <SubmitButton>{act === "appeal" ? t("move.appeal") : t("move.withdraw")}</SubmitButton>
          {act === "withdraw" && view.published && view.revising && (
            <SubmitButton second name="whole" value="on">
              {t("act.withdraw_whole")}
            </SubmitButton>
          )}
          <a href={address.myPledge(lang, view.pledgeId)}>{t("act.leave")}</a>
        </Actions>
      </Form>
    </>
  );
}

/** Deletion and revision: what it means, then one button. */
export function ConfirmPage({ view, receiptKey, answer, act }: ActProps & { act: "delete" | "revise" }) {
  const t = useT("pledges");
  const { lang } = useLang();
  const [form] = useForm({ id: act, lastResult: answer?.form });
  return (
    <>
      <PageHead title={t(`act.${act}_title`)} lead={view.title || t("my.untitled")} low />
      <p>{t(`act.${act}_meaning`)}</p>
      <Form form={form} receiptKey={receiptKey}>
        <HiddenField name="version" value={String(view.version)} />
        <Actions>
          <SubmitButton>{t(`act.${act}_button`)}</SubmitButton>
          <a href={address.myPledge(lang, view.pledgeId)}>{t("act.leave")}</a>
        </Actions>
      </Form>
    </>
  );
}
