import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Breadcrumbs, Columns, PageHead, Section } from "~/ui/page-parts";
import { StateTag } from "~/ui/tags";
import { type HitView, hitTones } from "../hits/model";

interface HitPageProps {
  view: HitView;
  receiptKey: string;
  answer?: FormAnswer;
}

/** One hit: the name here and the entry there, what was made of it, and the form to resolve it. */
export function HitPage({ view, receiptKey, answer }: HitPageProps) {
  const t = useT("screening");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs items={[{ label: t("title"), href: address.screening(lang) }, { label: t("hit") }]} />
      <PageHead
        title={<bdi>{view.name}</bdi>}
        over={<StateTag tone={hitTones[view.state.code]}>{view.state.label}</StateTag>}
        low
      />
      <Columns two>
        <section aria-labelledby="named" className="stack tight">
          <h2 id="named">{t("named")}</h2>
          <Facts
            facts={[
              { term: t("column.role"), value: view.role },
              {
                term: t("column.organisation"),
                value: (
                  <>
                    <bdi>{view.organisation.name}</bdi> · {view.organisation.state}
                  </>
                ),
              },
              { term: t("raised"), value: view.raised },
            ]}
          />
          {view.cases.map(({ href, label }) => (
            <p key={href}>
              <a href={href}>{label}</a>
            </p>
          ))}
        </section>
        <section aria-labelledby="listed" className="stack tight">
          <h2 id="listed">{t("listed")}</h2>
          <Facts
            facts={[
              { term: t("column.listed"), value: <bdi>{view.listedName}</bdi> },
              { term: t("column.likeness"), value: view.score },
              ...(view.lowQuality ? [{ term: t("quality"), value: t("low_quality") }] : []),
              ...view.facts,
              {
                term: t("entry.names"),
                value: (
                  <ul>
                    {view.names.map((name) => (
                      <li key={name}>
                        <bdi>{name}</bdi>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </section>
      </Columns>
      {view.resolution && (
        <Section id="resolution" title={t("resolution")}>
          <p className="typed" dir="auto">
            {view.resolution.reason}
          </p>
          <p className="small quiet">
            <bdi>{view.resolution.by}</bdi> · {view.resolution.at}
          </p>
        </Section>
      )}
      {view.resolves && <Resolve view={view} receiptKey={receiptKey} answer={answer} />}
    </>
  );
}

function Resolve({ view, receiptKey, answer }: HitPageProps) {
  const t = useT("screening");
  const [form, fields] = useForm<{ verdict: string; reason: string; toOrganisation: string }>({
    id: "resolve",
    lastResult: answer?.form,
  });
  const labels = { verdict: t("verdict"), reason: t("reason"), toOrganisation: t("to_organisation") };
  const { code } = view.state;
  const verdicts = (["no_match", "match"] as const).filter((one) => one !== code);
  return (
    <Section id="resolve-title" title={t(code === "open" ? "resolve" : "resolve_again")} note={t("resolve_note")}>
      <Form form={form} receiptKey={receiptKey} labels={labels} keep>
        <HiddenField name="was" value={code} />
        <RadioGroup
          field={fields.verdict}
          label={labels.verdict}
          options={verdicts.map((value) => ({ value, label: t(`state.${value}`) }))}
          line
        />
        <TextArea field={fields.reason} label={labels.reason} hint={t("reason_hint")} max={2000} rows={3} />
        {verdicts.includes("match") && (
          <TextArea
            field={fields.toOrganisation}
            label={labels.toOrganisation}
            hint={t("to_organisation_hint")}
            max={2000}
            rows={3}
            optional
          />
        )}
        <Actions>
          <SubmitButton>{t("resolve_button")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
