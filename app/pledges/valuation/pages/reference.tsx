import { useForm } from "@conform-to/react";
import type * as z from "zod";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Checkbox, type Option, SelectField } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea, TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { Ref } from "~/ui/words";
import type { rateImportSchema, rateSchema } from "../schema";

/** What may be said once after something was done. */
export const referenceDone = ["saved", "imported", "settled"] as const;

export interface ReferenceView {
  maintains: boolean;
  awaiting: {
    id: string;
    href: string;
    version: number;
    reference: string | null;
    title: string;
    language: string;
    organisation: string;
    amount: string;
    on: string;
    hasRate: boolean;
  }[];
  rates: { key: string; currency: string; period: string; usdPerUnit: string; source: string }[];
  currencies: Option[];
}

type ReferenceProps = {
  view: ReferenceView;
  receiptKey: string;
  done?: (typeof referenceDone)[number];
  /** What each form could not do; the settlement has no fields of its own. */
  rate?: FormAnswer;
  rows?: FormAnswer;
  settlement?: FormAnswer;
};

/** Lists that the secretariat keeps: rates, and the values that wait for one (R24). */
export function ReferencePage({ view, receiptKey, done, rate, rows, settlement }: ReferenceProps) {
  const t = useT("rates");
  const message = useMessage();
  const problem = settlement?.form.error?.[""]?.[0];
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} low />
      {done && (
        <Notice tone="done" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      {problem && (
        <Notice tone="due" announce>
          {message(problem)}
        </Notice>
      )}
      <Awaiting view={view} receiptKey={receiptKey} />
      <Section id="rates" title={t("table.title")} note={t("table.note")}>
        {view.rates.length === 0 ? (
          <EmptyState title={t("table.none")} />
        ) : (
          <DataTable
            caption={t("table.title")}
            hideCaption
            columns={[
              { label: t("field.currency") },
              { label: t("field.period") },
              { label: t("field.usd"), numeric: true },
              { label: t("field.source") },
            ]}
            rows={view.rates.map(({ key, currency, period, usdPerUnit, source }) => ({
              key,
              cells: [currency, period, <bdi key="usd">{usdPerUnit}</bdi>, <bdi key="source">{source}</bdi>],
            }))}
          />
        )}
      </Section>
      {view.maintains && <EnterRate view={view} receiptKey={receiptKey} answer={rate} />}
      {view.maintains && <ImportRates receiptKey={receiptKey} answer={rows} />}
    </>
  );
}

function Awaiting({ view, receiptKey }: { view: ReferenceView; receiptKey: string }) {
  const t = useT("rates");
  return (
    <Section id="awaiting" title={t("awaiting.title")} note={t("awaiting.note")}>
      {view.awaiting.length === 0 ? (
        <EmptyState title={t("awaiting.none")} />
      ) : (
        <DataTable
          caption={t("awaiting.title")}
          hideCaption
          columns={[
            { label: t("awaiting.pledge") },
            { label: t("awaiting.amount"), numeric: true },
            { label: t("awaiting.day") },
            { label: t("awaiting.act"), quiet: true },
          ]}
          rows={view.awaiting.map((one) => ({
            key: one.id,
            cells: [
              <span key="pledge">
                {one.reference && <Ref>{one.reference}</Ref>} <bdi lang={one.language}>{one.title}</bdi>{" "}
                <small className="quiet">
                  <bdi>{one.organisation}</bdi>
                </small>
              </span>,
              one.amount,
              one.on,
              view.maintains && <Settle key="settle" one={one} receiptKey={receiptKey} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function Settle({ one, receiptKey }: { one: ReferenceView["awaiting"][number]; receiptKey: string }) {
  const t = useT("rates");
  const way = (value: "rate" | "not_converted") => (
    <Form action={one.href} receiptKey={receiptKey}>
      <HiddenField name="version" value={String(one.version)} />
      <HiddenField name="way" value={value} />
      <button type="submit" className="btn second small">
        {t(value === "rate" ? "awaiting.by_rate" : "awaiting.not_converted")}
      </button>
    </Form>
  );
  return (
    <div className="stack tight">
      {one.hasRate ? way("rate") : <p className="small quiet">{t("awaiting.no_rate")}</p>}
      {way("not_converted")}
    </div>
  );
}

function EnterRate({ view, receiptKey, answer }: { view: ReferenceView; receiptKey: string; answer?: FormAnswer }) {
  const t = useT("rates");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof rateSchema>>({ id: "rate", lastResult: answer?.form });
  const labels = {
    currency: t("field.currency"),
    period: t("field.period"),
    usdPerUnit: t("field.usd"),
    source: t("field.source"),
  };
  return (
    <Section id="enter" title={t("entry.title")} note={t("entry.note")}>
      <Form form={form} action={address.saveRate(lang)} receiptKey={receiptKey} labels={labels}>
        <SelectField field={fields.currency} label={labels.currency} options={view.currencies} width="medium" />
        <TextField field={fields.period} label={labels.period} hint={t("field.period_hint")} width="small" />
        <TextField field={fields.usdPerUnit} label={labels.usdPerUnit} inputMode="decimal" width="small" />
        <TextField field={fields.source} label={labels.source} hint={t("field.source_hint")} max={300} />
        <Actions>
          <SubmitButton>{t("entry.save")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function ImportRates({ receiptKey, answer }: { receiptKey: string; answer?: FormAnswer }) {
  const t = useT("rates");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof rateImportSchema>>({ id: "import", lastResult: answer?.form });
  const labels = { rows: t("import.rows"), dryRun: t("import.dry_run") };
  return (
    <Section id="import-rates" title={t("import.title")} note={t("import.note")}>
      <Form form={form} action={address.importRates(lang)} receiptKey={receiptKey} labels={labels} keep>
        <TextArea field={fields.rows} label={labels.rows} rows={8} />
        <Checkbox field={fields.dryRun} label={labels.dryRun} />
        <Actions>
          <SubmitButton>{t("import.send")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
