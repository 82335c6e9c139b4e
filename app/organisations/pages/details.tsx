import { useForm } from "@conform-to/react";
import type { FormAnswer } from "~/platform/form.server";
import type { Language } from "~/platform/i18n/languages";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { constituencies } from "~/reference/codes";
import { countryName } from "~/reference/countries";
import { Facts } from "~/ui/facts";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { IdentityFields, LegalFields, nameLabels, ProfileFields, useFactLabels } from "../components/facts-fields";
import { OrganisationCrumbs } from "../components/organisation-crumbs";
import { type OwnProposal, OwnProposalNotice } from "../profile/components/own-proposal";

type FactName = keyof ReturnType<typeof useFactLabels>;

export interface DetailsView {
  version: number;
  /** Whether the official facts may be changed here (R13). */
  open: boolean;
  public: boolean;
  /** As a form holds them: text, or "on" for a yes. */
  values: Partial<Record<Exclude<FactName, "names">, string | undefined>> & { names?: Record<string, string> };
}

/** What the organisation says of itself, and the facts that were or will be checked. */
export function DetailsPage({
  view,
  proposal,
  problem,
  receiptKey,
  answer,
}: {
  view: DetailsView;
  proposal: OwnProposal;
  /** What taking the proposal back could not do. */
  problem?: string;
  receiptKey: string;
  answer?: FormAnswer;
}) {
  const t = useT("organisations");
  const profiles = useT("profiles");
  const message = useMessage();
  const labels = { ...useFactLabels(), ...nameLabels };
  const [form, fields] = useForm<
    Record<Exclude<FactName, "names">, string> & { names: Partial<Record<Language, string>> }
  >({
    id: "details",
    lastResult: answer?.form,
    // What was proposed last stands in the fields, so that it can be mended.
    defaultValue: { ...view.values, ...proposal.waiting?.values },
  });
  return (
    <>
      <OrganisationCrumbs here={t("details.title")} />
      <PageHead title={t("details.title")} lead={view.open ? t("details.lead_open") : profiles("lead")} low />
      <div className="stack loose">
        {problem && <Notice tone="due">{message(problem)}</Notice>}
        {!view.open && <OwnProposalNotice proposal={proposal} />}
        <Form form={form} labels={labels} receiptKey={receiptKey} keep>
          <HiddenField name="version" value={String(view.version)} />
          {proposal.waiting && <HiddenField name="proposal" value={String(proposal.waiting.version)} />}
          {view.open && <IdentityFields fields={fields} />}
          <ProfileFields fields={fields} />
          {view.open && <LegalFields fields={fields} />}
          <Actions>
            <SubmitButton>{view.open ? t("details.save") : profiles("send")}</SubmitButton>
          </Actions>
        </Form>
        {!view.open && <OfficialFacts values={view.values} />}
      </div>
    </>
  );
}

function OfficialFacts({ values }: { values: DetailsView["values"] }) {
  const t = useT("organisations");
  const reference = useT("reference");
  const { lang } = useLang();
  const labels = useFactLabels();
  const constituency = constituencies.find((code) => code === values.constituency);
  const shown: Partial<Record<FactName, string | undefined>> = {
    officialName: values.officialName,
    constituency: constituency && reference(`constituencies.${constituency}`),
    country: values.country && countryName(values.country, lang),
    legalForm: values.legalForm,
    registrationNumber: values.registrationNumber,
    registrationAuthority: values.registrationAuthority,
    registeredAddress: values.registeredAddress,
    yearFounded: values.yearFounded,
  };
  return (
    <Section id="facts" title={t("details.facts")} note={t("details.facts_note")}>
      <Facts
        facts={Object.entries(shown).map(([name, value]) => ({
          term: labels[name as FactName],
          value: value ? <bdi>{value}</bdi> : null,
        }))}
      />
    </Section>
  );
}
