import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import type { FocusArea } from "~/reference/codes";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead } from "~/ui/page-parts";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";

export interface MyParticipationView {
  lead: boolean;
  cleared: boolean;
  participations: {
    id: string;
    area: FocusArea;
    areaName: string;
    role: string;
    group: string;
    state: string;
    tone: Tone;
    term: string | null;
    reason: string | null;
    endHref: string | null;
  }[];
}

export interface EndParticipationView {
  role: string;
  areaName: string;
  applied: boolean;
}

/** Where the organisation takes part, and the way to take part in more. */
export function MyParticipationPage({ view }: { view: MyParticipationView }) {
  const t = useT("organisations");
  const { lang } = useLang();
  const apply = view.lead && (
    <ButtonLink href={address.applyParticipation(lang)}>{t("participation.apply")}</ButtonLink>
  );
  return (
    <>
      <PageHead title={t("participation.title")} lead={t("participation.lead")} low />
      {!view.cleared && <Notice tone="quiet">{t("participation.needs_clearance")}</Notice>}
      {view.participations.length === 0 ? (
        <EmptyState title={t("participation.none")} action={apply}>
          {t("participation.optional")}
        </EmptyState>
      ) : (
        <div className="stack">
          <DataTable
            caption={t("participation.title")}
            hideCaption
            columns={[
              { label: t("participation.focus_area") },
              { label: t("participation.role") },
              { label: t("participation.represents") },
              { label: t("participation.state_label") },
              { label: t("people.actions"), quiet: true },
            ]}
            rows={view.participations.map((one) => ({
              key: one.id,
              cells: [
                <ShapeTag key="area" shape={one.area}>
                  {one.areaName}
                </ShapeTag>,
                one.role,
                one.group,
                <State key="state" one={one} />,
                one.endHref && (
                  <a key="end" href={one.endHref}>
                    {t("participation.end")}
                  </a>
                ),
              ],
            }))}
          />
          {apply && <p>{apply}</p>}
        </div>
      )}
    </>
  );
}

function State({ one }: { one: MyParticipationView["participations"][number] }) {
  return (
    <>
      <StateTag tone={one.tone}>{one.state}</StateTag>
      {one.term && (
        <>
          <br />
          <span className="quiet">{one.term}</span>
        </>
      )}
      {one.reason && (
        <>
          <br />
          <bdi>{one.reason}</bdi>
        </>
      )}
    </>
  );
}

type EndProps = { view: EndParticipationView; receiptKey: string; answer?: FormAnswer };

/** Takes back an application, or ends a participation from a day on. */
export function EndParticipationPage({ view, receiptKey, answer }: EndProps) {
  const t = useT("organisations");
  const { lang } = useLang();
  const [form, fields] = useForm<{ endsOn: string }>({ id: "end", lastResult: answer?.form });
  const title = view.applied ? t("participation.take_back") : t("participation.end");
  return (
    <>
      <Breadcrumbs
        items={[{ label: t("participation.title"), href: address.myParticipation(lang) }, { label: title }]}
      />
      <PageHead title={title} lead={`${view.role} · ${view.areaName}`} low />
      <Form form={form} receiptKey={receiptKey} labels={{ endsOn: t("participation.ends_on") }}>
        <p>{t("participation.end_text")}</p>
        {!view.applied && (
          <DateField
            field={fields.endsOn}
            label={t("participation.ends_on")}
            hint={t("participation.ends_hint")}
            optional
          />
        )}
        <Actions>
          <SubmitButton>{title}</SubmitButton>
          <a href={address.myParticipation(lang)}>{t("people.keep")}</a>
        </Actions>
      </Form>
    </>
  );
}
