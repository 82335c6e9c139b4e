import type { FormAnswer } from "~/platform/form.server";
import { useMessage, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Form, HiddenField } from "~/ui/form/form";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Ref } from "~/ui/words";
import { Both } from "./my-translations";

interface Waiting {
  key: string;
  href: string;
  reference: string | null;
  original: { title: string; summary: string; language: string };
  language: string;
  name: string;
  title: string;
  summary: string;
  writtenAt: string;
  own: boolean;
}

export type StaffTranslationsView = Waiting[];

type StaffTranslationsProps = {
  view: StaffTranslationsView;
  receiptKey: string;
  accepted?: boolean;
  answer?: FormAnswer;
};

/** Translations that wait for a member of staff, each beside its original (R25). */
export function StaffTranslationsPage({ view, receiptKey, accepted, answer }: StaffTranslationsProps) {
  const t = useT("translations");
  const message = useMessage();
  const problem = Object.values(answer?.form.error ?? {})[0]?.[0];
  return (
    <>
      <PageHead title={t("staff.title")} lead={t("staff.lead")} low />
      {accepted && (
        <Notice tone="done" announce>
          {t("staff.accepted")}
        </Notice>
      )}
      {problem && (
        <Notice tone="due" announce>
          {message(problem)}
        </Notice>
      )}
      {view.length === 0 ? (
        <EmptyState title={t("staff.none")} />
      ) : (
        <DataTable
          caption={t("staff.title")}
          hideCaption
          columns={[
            { label: t("column.pledge") },
            { label: t("original") },
            { label: t("column.translation") },
            { label: t("column.act"), quiet: true },
          ]}
          rows={view.map((one) => ({
            key: one.key,
            cells: [
              <span key="pledge">
                {one.reference && <Ref>{one.reference}</Ref>}{" "}
                <bdi lang={one.language} className="quiet">
                  {one.name}
                </bdi>
              </span>,
              <Both key="original" of={one.original} />,
              <Both key="translation" of={one} />,
              one.own ? t("staff.own") : <Accept key="accept" one={one} receiptKey={receiptKey} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Accept({ one, receiptKey }: { one: Waiting; receiptKey: string }) {
  const t = useT("translations");
  return (
    <Form action={one.href} receiptKey={receiptKey}>
      <HiddenField name="writtenAt" value={one.writtenAt} />
      <button type="submit" className="btn second small">
        {t("staff.accept")}
      </button>
    </Form>
  );
}
