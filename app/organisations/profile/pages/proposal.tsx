import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { type ComparedField, Comparison } from "../components/comparison";

export interface ProposalView {
  version: number;
  organisation: string;
  /** Null for somebody who deleted their account (R33). */
  by: string | null;
  day: string;
  rows: ComparedField[];
  state: "submitted" | "accepted" | "refused" | "withdrawn";
  open: boolean;
  reason: string | null;
}

type Props = { view: ProposalView; receiptKey: string; answer?: FormAnswer };

/** One proposal, old beside new, and the answer to it. */
export function ProposalPage({ view, receiptKey, answer }: Props) {
  const t = useT("profiles");
  const { lang } = useLang();
  const [form, fields] = useForm<{ answer: string; reason: string }>({ id: "proposal", lastResult: answer?.form });
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t("staff.title"), href: address.profileProposals(lang) },
          { label: <bdi>{view.organisation}</bdi> },
        ]}
      />
      <PageHead title={<bdi>{view.organisation}</bdi>} low />
      <div className="stack loose">
        <Facts
          facts={[
            { term: t("staff.by"), value: view.by && <bdi>{view.by}</bdi> },
            { term: t("staff.proposed_on"), value: view.day },
          ]}
        />
        <Comparison rows={view.rows} />
        {view.open ? (
          <Form
            form={form}
            receiptKey={receiptKey}
            labels={{ answer: t("staff.answer"), reason: t("staff.reason") }}
            keep
          >
            <HiddenField name="version" value={String(view.version)} />
            <RadioGroup
              field={fields.answer}
              label={t("staff.answer")}
              options={[
                { value: "accept", label: t("staff.accept"), hint: t("staff.accept_hint") },
                { value: "refuse", label: t("staff.refuse") },
              ]}
            />
            <TextArea
              field={fields.reason}
              label={t("staff.reason")}
              hint={t("staff.reason_hint")}
              max={2000}
              optional
            />
            <Actions>
              <SubmitButton>{t("staff.send")}</SubmitButton>
            </Actions>
          </Form>
        ) : (
          <Notice title={t(`state.${view.state}`)}>{view.reason && <p dir="auto">{view.reason}</p>}</Notice>
        )}
      </div>
    </>
  );
}
