import type { ReactNode } from "react";
import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { ShapeTag, StateTag } from "~/ui/tags";
import { Timeline } from "~/ui/timeline";
import { Ref } from "~/ui/words";
import type { PledgeLine } from "./my-pledges";

export interface MyPledgePageView extends PledgeLine {
  organisation: string;
  revision: number;
  version: number;
  /** Where it stands, in a sentence. */
  explanation: string;
  /** The reviewer's or approver's words to the organisation. */
  reason: string | null;
  publicHref: string | null;
  acts: { label: string; href: string; primary?: boolean; post?: boolean }[];
  moments: { iso: string; when: string; title: string; by: string; reason: string | null }[];
}

type MyPledgeProps = {
  view: MyPledgePageView;
  receiptKey: string;
  /** The reviewer's questions and the way to answer them; due diligence brings them. */
  questions?: ReactNode;
};

/** One pledge as its organisation sees it: where it stands, who must act, what happened. */
export function MyPledgePage({ view, receiptKey, questions }: MyPledgeProps) {
  const t = useT("pledges");
  const { lang } = useLang();
  return (
    <>
      <Breadcrumbs items={[{ label: t("my.title"), href: address.myPledges(lang) }, { label: view.title }]} />
      <PageHead
        low
        title={view.title}
        titleLang={view.titleLang}
        over={
          <>
            {view.type && <ShapeTag shape={view.type.code}>{view.type.label}</ShapeTag>}
            {view.reference && <Ref>{view.reference}</Ref>}
          </>
        }
        lead={view.organisation}
      >
        <p className="row">
          <StateTag tone={view.state.tone}>{view.state.label}</StateTag>
          <span>
            {t("my.next")}: <b>{view.next.label}</b>
          </span>
          {view.publicHref && <a href={view.publicHref}>{t("my.public_page")}</a>}
        </p>
      </PageHead>
      <Section id="now" title={t("my.now")}>
        <div className="stack">
          <p>{view.explanation}</p>
          {view.reason && (
            <Notice tone={view.next.who === "you" ? "due" : "info"} title={t("my.reason")}>
              {view.reason}
            </Notice>
          )}
          {questions}
          <Acts acts={view.acts} version={view.version} receiptKey={receiptKey} />
        </div>
      </Section>
      <Section id="history" title={t("my.history")} note={t("my.history_note")}>
        <Timeline
          moments={view.moments.map(({ iso, when, title, by, reason }) => ({
            iso,
            when,
            title,
            body: (
              <span className="quiet">
                {by}
                {reason && ` · ${reason}`}
              </span>
            ),
          }))}
        />
      </Section>
    </>
  );
}

function Acts({ acts, version, receiptKey }: Pick<MyPledgePageView, "acts" | "version"> & { receiptKey: string }) {
  return (
    <div className="row">
      {acts.map((act) =>
        act.post ? (
          <Form key={act.href} action={act.href} receiptKey={receiptKey} wide>
            <HiddenField name="version" value={String(version)} />
            <SubmitButton second>{act.label}</SubmitButton>
          </Form>
        ) : act.primary ? (
          <ButtonLink key={act.href} href={act.href}>
            {act.label}
          </ButtonLink>
        ) : (
          <a key={act.href} href={act.href}>
            {act.label}
          </a>
        ),
      )}
    </div>
  );
}
