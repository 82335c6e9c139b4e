import { useForm } from "@conform-to/react";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Checkbox } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { DifferencesSection } from "../../../components/differences";
import type { DifferencesView } from "../../../differences/queries.server";
import type { PledgeBodyView } from "../../../pages/pledge-body";
import { PledgeFigures } from "../../../pages/pledge-body";
import { PledgeCrumbs } from "../../components/crumbs";
import { OnlyLeads } from "../../components/only-leads";

export interface SignOffView {
  id: string;
  title: string;
  version: number;
  /** What this person can do here now. */
  way: "submit" | "ask" | "lead_only" | "closed";
  /** The reviewer asked for changes: it is sent a further time. */
  again: boolean;
  /** Why nothing can be sent in this state. */
  closed: string;
  problems: number;
  checkHref: string;
  leads: string | null;
  organisation: string;
  figures: PledgeBodyView["figures"];
  /** Since it was sent or published last; null the first time. */
  differences: DifferencesView | null;
  contacts: { public: string | null; staff: string | null };
  event: string | null;
  blockers: string[];
  /** The exact words of both statements, stored with their version (R33). */
  mayCommit: string;
  consent: string;
}

type SignOffProps = { view: SignOffView; receiptKey: string; answer?: FormAnswer };

/** The last page before a pledge goes: for a lead to sign off and send, for an author to ask for it. */
export function SignOffPage({ view, receiptKey, answer }: SignOffProps) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const heading = view.way === "ask" ? t("sign_off.ask_title") : t("sign_off.title");
  return (
    <>
      <PledgeCrumbs id={view.id} title={view.title} here={heading} />
      <PageHead title={heading} lead={<bdi>{view.title}</bdi>} low />
      {view.way === "closed" ? (
        <Notice>
          <p>
            {view.closed} <a href={address.myPledge(lang, view.id)}>{t("back")}</a>
          </p>
        </Notice>
      ) : view.problems > 0 ? (
        <Notice tone="due" title={t("missing.note", { count: view.problems })}>
          <p>
            <a href={view.checkHref}>{t("sign_off.see_missing")}</a>
          </p>
        </Notice>
      ) : (
        <>
          {view.way === "lead_only" && <OnlyLeads names={view.leads} />}
          <WhatGoes view={view} />
          {view.way === "ask" && <AskForm view={view} receiptKey={receiptKey} answer={answer} />}
          {view.way === "submit" && <SubmitForm view={view} receiptKey={receiptKey} answer={answer} />}
        </>
      )}
    </>
  );
}

/** What is sent, what becomes public, what never does. */
function WhatGoes({ view }: { view: SignOffView }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  return (
    <>
      <Section id="sent" title={t("sign_off.sent")} note={t("sign_off.sent_note")}>
        <div className="stack">
          <PledgeFigures view={view} />
          <p>
            <ButtonLink second href={address.pledgeAct(lang, view.id, "preview")}>
              {t("act.preview")}
            </ButtonLink>
          </p>
        </div>
      </Section>
      {view.differences && <DifferencesSection view={view.differences} />}
      <Section id="public" title={t("sign_off.public")} note={t("sign_off.public_note")}>
        <div className="stack">
          <Facts
            facts={[
              { term: t("sign_off.public_all"), value: t("sign_off.public_all_text") },
              { term: t("sign_off.public_contact"), value: view.contacts.public && <bdi>{view.contacts.public}</bdi> },
              { term: t("sign_off.staff_only"), value: view.contacts.staff && <bdi>{view.contacts.staff}</bdi> },
              { term: t("sign_off.never"), value: t("sign_off.never_text") },
              ...(view.event ? [{ term: t("sign_off.event"), value: view.event }] : []),
            ]}
          />
          {view.blockers.length > 0 && <p className="quiet">{view.blockers.join(" ")}</p>}
        </div>
      </Section>
    </>
  );
}

function AskForm({ view, receiptKey, answer }: SignOffProps) {
  const t = useT("my-pledges");
  const [form] = useForm({ id: "ask", lastResult: answer?.form });
  return (
    <Section id="ask-section" title={t("act.ask_sign_off")}>
      <div className="stack">
        {view.leads ? (
          <p>
            {t("sign_off.ask_text")} <bdi>{view.leads}</bdi>
          </p>
        ) : (
          <p>{t("leads.none")}</p>
        )}
        <Form form={form} receiptKey={receiptKey}>
          <HiddenField name="version" value={String(view.version)} />
          <Actions>
            <SubmitButton>{t("act.ask_sign_off")}</SubmitButton>
            <Back id={view.id} />
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

function SubmitForm({ view, receiptKey, answer }: SignOffProps) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const [form, fields] = useForm<{ mayCommit: string; consent: string }>({
    id: "sign-off",
    lastResult: answer?.form,
  });
  return (
    <Section id="sign" title={t("sign_off.sign")} note={t("sign_off.sign_note", { organisation: view.organisation })}>
      <Form
        form={form}
        action={address.pledgeAct(lang, view.id, "submission")}
        receiptKey={receiptKey}
        labels={{ mayCommit: t("sign_off.commit_label"), consent: t("sign_off.consent_label") }}
      >
        <HiddenField name="version" value={String(view.version)} />
        <Checkbox field={fields.mayCommit} label={view.mayCommit} />
        <Checkbox field={fields.consent} label={view.consent} />
        <Actions>
          <SubmitButton>{view.again ? t("act.resubmit") : t("act.submit")}</SubmitButton>
          <Back id={view.id} />
        </Actions>
      </Form>
    </Section>
  );
}

function Back({ id }: { id: string }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  return <a href={address.myPledge(lang, id)}>{t("not_now")}</a>;
}
