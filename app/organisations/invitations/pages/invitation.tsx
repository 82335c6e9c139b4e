import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type * as z from "zod";
import type { MemberRole } from "~/access/actor";
import { PASSWORD_MIN } from "~/accounts/password/model";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Checkbox } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import type { newcomerSchema } from "../schema";

export interface InvitationView {
  secret: string;
  organisation: string;
  role: MemberRole;
  email: string;
  inviter: string | null;
  until: string;
  joinHref: string;
  signInHref: string;
  /** Who opens the link: nobody signed in (with or without an account), the invited person, somebody else, a member already. */
  reader: { kind: "new" | "known" | "invited" | "member" } | { kind: "other"; email: string };
}

type Props = { view: InvitationView | null; receiptKey: string; answer?: FormAnswer };

/** What the link of an invitation opens: says who invites to what, and only its buttons change something. */
export function InvitationPage({ view, receiptKey, answer }: Props) {
  const t = useT("invitations");
  const { lang } = useLang();
  if (!view)
    return (
      <div className="stack">
        <PageHead title={t("dead.title")} lead={t("dead.text")} low />
        <ButtonLink href={address.myOrganisation(lang)}>{t("dead.home")}</ButtonLink>
      </div>
    );
  const { organisation, reader } = view;
  return (
    <div className="stack">
      <PageHead title={t("page.title", { organisation })} low />
      <Terms view={view} />
      {reader.kind === "member" && <Notice>{t("page.member")}</Notice>}
      {reader.kind === "other" && <OtherReader view={view} email={reader.email} />}
      {reader.kind === "known" && (
        <>
          <p>{t("page.known")}</p>
          <Ways view={view}>
            <ButtonLink href={view.signInHref}>{t("page.sign_in")}</ButtonLink>
          </Ways>
        </>
      )}
      {reader.kind === "invited" && <Accept view={view} receiptKey={receiptKey} answer={answer} />}
      {reader.kind === "new" && <NewAccount view={view} answer={answer} />}
    </div>
  );
}

function Terms({ view }: { view: InvitationView }) {
  const t = useT("invitations");
  const organisations = useT("organisations");
  return (
    <Facts
      facts={[
        { term: organisations("join.organisation"), value: <bdi>{view.organisation}</bdi> },
        {
          term: organisations("people.role"),
          value: (
            <>
              {organisations(`role.${view.role}`)}
              <br />
              <span className="quiet">{organisations(`role_hint.${view.role}`)}</span>
            </>
          ),
        },
        { term: t("page.inviter"), value: view.inviter && <bdi>{view.inviter}</bdi> },
        { term: t("page.sent_to"), value: <bdi dir="ltr">{view.email}</bdi> },
        { term: t("page.until"), value: view.until },
      ]}
    />
  );
}

function Accept({ view, receiptKey, answer }: { view: InvitationView; receiptKey: string; answer?: FormAnswer }) {
  const t = useT("invitations");
  const { lang } = useLang();
  const [form] = useForm({ id: "acceptance", lastResult: answer?.form });
  return (
    <Ways view={view}>
      <Form form={form} action={address.invitation(lang, view.secret)} receiptKey={receiptKey}>
        <Actions>
          <SubmitButton>{t("page.accept", { organisation: view.organisation })}</SubmitButton>
        </Actions>
      </Form>
    </Ways>
  );
}

/** Ways on, and the one back. */
function Ways({ view, children }: { view: InvitationView; children: ReactNode }) {
  const t = useT("invitations");
  const { lang } = useLang();
  return (
    <div className="row">
      {children}
      <Form action={address.answerInvitation(lang, view.secret, "refusal")} label={t("page.decline")}>
        <SubmitButton second>{t("page.decline")}</SubmitButton>
      </Form>
    </div>
  );
}

function OtherReader({ view, email }: { view: InvitationView; email: string }) {
  const t = useT("invitations");
  const { lang } = useLang();
  return (
    <Notice tone="due" title={t("page.other_title")}>
      <p>{t("page.other", { invited: view.email, own: email })}</p>
      <ul>
        <li>{t("page.other_sign_out")}</li>
        <li>
          <a href={view.joinHref}>{t("page.other_ask")}</a>
        </li>
        <li>{t("page.other_again", { own: email })}</li>
      </ul>
      <Form action={address.signOut(lang)}>
        <SubmitButton small second>
          {t("page.sign_out")}
        </SubmitButton>
      </Form>
    </Notice>
  );
}

function NewAccount({ view, answer }: { view: InvitationView; answer?: FormAnswer }) {
  const t = useT("invitations");
  const accounts = useT("accounts");
  const { lang } = useLang();
  const [form, fields] = useForm<z.input<typeof newcomerSchema>>({ id: "account", lastResult: answer?.form });
  const labels = {
    name: accounts("field.name"),
    password: accounts("field.password"),
    terms: accounts("field.terms_read"),
  };
  return (
    <>
      <p>{t("page.new")}</p>
      <Form form={form} action={address.answerInvitation(lang, view.secret, "account")} labels={labels}>
        <TextField field={fields.name} label={labels.name} autoComplete="name" />
        <TextField
          field={fields.password}
          type="password"
          label={labels.password}
          hint={accounts("field.password_hint", { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <Checkbox
          field={fields.terms}
          label={accounts("field.terms")}
          hint={
            <>
              <a href={address.text(lang, "terms")}>{accounts("field.terms_read")}</a> ·{" "}
              <a href={address.text(lang, "privacy")}>{accounts("field.privacy_read")}</a>
            </>
          }
        />
        <Actions>
          <SubmitButton>{t("page.accept", { organisation: view.organisation })}</SubmitButton>
        </Actions>
      </Form>
      <Form action={address.answerInvitation(lang, view.secret, "refusal")} label={t("page.decline")}>
        <SubmitButton second>{t("page.decline")}</SubmitButton>
      </Form>
    </>
  );
}

/** After a refusal. */
export function InvitationDeclinedPage() {
  const t = useT("invitations");
  return (
    <div className="stack">
      <PageHead title={t("declined.title")} low />
      <Notice tone="done" announce>
        {t("declined.text")}
      </Notice>
    </div>
  );
}
