import type { ReactNode } from "react";
import { address } from "~/addresses";
import { languageNames } from "~/platform/i18n/languages";
import { useLang, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import type { MeView } from "../profile/queries.server";

/** What has just happened, said once at the top. */
export type Done = "changed" | "email_sent" | "email_confirmed" | null;

export function MePage({ view, done }: { view: MeView; done: Done }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const change = (part: Parameters<typeof address.myPart>[1], value: ReactNode, label: string) => (
    <>
      {value}{" "}
      <a href={address.myPart(lang, part)} aria-label={`${t("me.change")}: ${label}`}>
        {t("me.change")}
      </a>
    </>
  );
  const facts: [string, Parameters<typeof address.myPart>[1], ReactNode][] = [
    [t("field.name"), "language", <bdi key="name">{view.name}</bdi>],
    [t("field.email"), "email", <bdi key="email">{view.email}</bdi>],
    [
      t("field.language"),
      "language",
      <span key="lang" lang={view.language}>
        {languageNames[view.language]}
      </span>,
    ],
    [t("field.time_zone"), "language", <bdi key="zone">{view.timeZone}</bdi>],
    [t("me.organisation"), "organisation", view.activeOrganisation ?? t("me.organisation_none")],
    [t("me.password"), "password", "••••••••••"],
    [t("me.sessions"), "sessions", t("me.sessions_count", { count: view.sessions })],
  ];
  if (view.staff)
    facts.push([
      t("me.factor"),
      "second-factor",
      view.factorSince ? t("me.factor_on", { date: view.factorSince }) : t("me.factor_off"),
    ]);
  return (
    <div className="stack">
      <PageHead title={t("me.title")} low />
      {done && (
        <Notice tone="done" announce>
          {t(`me.${done}`)}
        </Notice>
      )}
      {view.mustAccept && <Accept />}
      <Facts facts={facts.map(([term, part, value]) => ({ term, value: change(part, value, term) }))} />
      <Section id="data" title={t("me.data")}>
        <p>{t("me.data_lead")}</p>
        <p>
          <ButtonLink href={address.myPart(lang, "data")} second>
            {t("me.data_button")}
          </ButtonLink>
        </p>
      </Section>
      <Section id="deletion" title={t("me.deletion")}>
        <p>{t("me.deletion_lead")}</p>
        <p>
          <a href={address.myPart(lang, "deletion")}>{t("me.deletion")}</a>
        </p>
      </Section>
    </div>
  );
}

function Accept() {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <Notice tone="due" title={t("me.terms")}>
      <p>
        <a href={address.text(lang, "terms")}>{t("field.terms_read")}</a> ·{" "}
        <a href={address.text(lang, "privacy")}>{t("field.privacy_read")}</a>
      </p>
      <Form action={address.myPart(lang, "terms")}>
        <SubmitButton small>{t("me.terms_button")}</SubmitButton>
      </Form>
    </Notice>
  );
}
