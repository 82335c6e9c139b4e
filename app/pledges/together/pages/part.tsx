import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { StateTag, type Tone } from "~/ui/tags";
import { PledgeBody, type PledgeBodyView, PledgeHead } from "../../pages/pledge-body";
import type { partAnswerSchema } from "../schema";

export interface PartView {
  version: number;
  title: string;
  pledger: string;
  organisation: string;
  amount: string;
  state: string;
  tone: Tone;
  until: string | null;
  reason: string | null;
  moves: ("confirm" | "decline" | "withdraw")[];
  /** Why the reader cannot answer. */
  refusal: "only_leads" | "signer" | null;
  /** Only the parts of cleared organisations are public and counted (R20). */
  cleared: boolean;
  body: PledgeBodyView;
}

type PartPageProps = { view: PartView; receiptKey: string; answered: boolean; answer?: FormAnswer };

/** A part of another organisation's pledge: what will be public, what is stated of the part, and the answer (R20). */
export function PartPage({ view, receiptKey, answered, answer }: PartPageProps) {
  const t = useT("together");
  const pledges = useT("pledges");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs
        items={[{ label: pledges("my.title"), href: address.myPledges(lang) }, { label: t("part.title") }]}
      />
      <PageHead title={t("part.title")} lead={t("part.lead", { pledger: view.pledger })} low>
        <p className="row">
          <StateTag tone={view.tone}>{view.state}</StateTag>
          {view.until && <span className="quiet">{view.until}</span>}
        </p>
      </PageHead>
      {answered && (
        <Notice tone="done" announce>
          {t("part.answered")}
        </Notice>
      )}
      {!view.cleared && <Notice tone="quiet">{t("part.needs_clearance")}</Notice>}
      <Section id="part" title={t("part.yours")} note={t("part.stated_by")}>
        <div className="stack">
          <Facts
            facts={[
              { term: t("part.organisation"), value: <bdi>{view.organisation}</bdi> },
              { term: t("given.amount"), value: view.amount },
              ...(view.reason ? [{ term: t("part.reason_given"), value: <span dir="auto">{view.reason}</span> }] : []),
            ]}
          />
          <p>{t("part.public")}</p>
          {view.refusal && <Notice>{t(`part.${view.refusal}`)}</Notice>}
          {(view.moves.length > 0 || answer) && <Answer view={view} receiptKey={receiptKey} answer={answer} />}
        </div>
      </Section>
      <Section id="pledge" title={t("part.pledge")} note={t("part.pledge_note")}>
        <article>
          <PledgeHead view={view.body} />
          <PledgeBody view={view.body} />
        </article>
      </Section>
    </>
  );
}

function Answer({ view, receiptKey, answer }: Omit<PartPageProps, "answered">) {
  const t = useT("together");
  const [form, fields] = useForm<z.input<typeof partAnswerSchema>>({ id: "answer", lastResult: answer?.form });
  const needsReason = view.moves.some((move) => move !== "confirm");
  return (
    <Form form={form} receiptKey={receiptKey} labels={{ reason: t("part.reason") }} keep rows={!needsReason}>
      <HiddenField name="version" value={String(view.version)} />
      {needsReason && (
        <TextArea
          field={fields.reason}
          label={t("part.reason")}
          hint={t("part.reason_hint")}
          max={2000}
          optional={view.moves.includes("confirm")}
          rows={3}
        />
      )}
      <Actions>
        {view.moves.map((move, index) => (
          <SubmitButton key={move} name="move" value={move} second={index > 0}>
            {t(`move.${move}`)}
          </SubmitButton>
        ))}
      </Actions>
    </Form>
  );
}
