import type { StaffRole } from "~/access/actor";
import { address } from "~/addresses";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { Dialog } from "~/ui/details";
import { Facts } from "~/ui/facts";
import { SelectField } from "~/ui/form/choice-fields";
import { Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-field";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import type { PersonView } from "../staff/queries.server";
import { AccountState } from "./people";

const roles: StaffRole[] = ["reviewer", "approver", "secretariat", "administrator"];

export function PersonPage({ view, problem }: { view: PersonView; problem?: string }) {
  const t = useT("accounts");
  const { lang } = useLang();
  const translate = useMessage();
  return (
    <div className="stack">
      <Breadcrumbs items={[{ label: t("people.title"), href: address.staffPeople(lang) }, { label: view.name }]} />
      <PageHead title={<bdi>{view.name}</bdi>} low />
      {problem && (
        <Notice tone="due" announce>
          {translate(problem)}
        </Notice>
      )}
      <Facts
        facts={[
          { term: t("people.email"), value: <bdi>{view.email}</bdi> },
          { term: t("people.state"), value: <State view={view} /> },
          { term: t("people.since"), value: view.since },
          { term: t("people.factor"), value: t(view.hasFactor ? "people.factor_on" : "people.factor_off") },
          ...view.memberships.map(({ organisation, role }) => ({
            term: t(`member_role.${role}`),
            value: <bdi>{organisation}</bdi>,
          })),
        ]}
      />
      <Section id="roles" title={t("people.roles")} note={view.own ? t("people.own") : undefined}>
        <Roles view={view} />
      </Section>
      {!view.own && (view.hasFactor || view.state === "active" || view.state === "suspended") && (
        <Section id="access" title={t("people.access")}>
          <Access view={view} />
        </Section>
      )}
    </div>
  );
}

function State({ view }: { view: PersonView }) {
  const t = useT("accounts");
  return (
    <span className="row">
      <AccountState state={view.state} />
      {view.demo && <span className="tag">{t("people.demo")}</span>}
    </span>
  );
}

function Roles({ view }: { view: PersonView }) {
  const t = useT("accounts");
  const ui = useT("ui");
  const { lang } = useLang();
  const open = roles.filter((role) => !view.roles.includes(role) && !view.proposed.some((one) => one.role === role));
  if (view.own) return <p>{view.roles.map((role) => t(`role.${role}`)).join(", ")}</p>;
  return (
    <div className="stack">
      {view.roles.length + view.proposed.length === 0 && <p className="quiet">{ui("none")}</p>}
      <ul>
        {view.roles.map((role) => (
          <li key={role} className="row">
            {t(`role.${role}`)}
            <RoleButton
              view={view}
              act="role-removal"
              role={role}
              label={t("people.revoke", { role: t(`role.${role}`) })}
            />
          </li>
        ))}
        {view.proposed.map(({ role, by, own }) => (
          <li key={role} className="row">
            {t("people.proposed", { role: t(`role.${role}`) })} ({t("people.proposed_by", { name: by })})
            {!own && (
              <RoleButton
                view={view}
                act="agreement"
                role={role}
                label={t("people.confirm", { role: t(`role.${role}`) })}
              />
            )}
            <RoleButton
              view={view}
              act="disagreement"
              role={role}
              label={t("people.reject", { role: t(`role.${role}`) })}
            />
          </li>
        ))}
      </ul>
      {open.length > 0 && view.state === "active" && (
        <Form action={address.staffPersonAct(lang, view.id, "role")}>
          <SelectField
            name="role"
            label={t("people.grant")}
            hint={t("people.grant_hint")}
            width="medium"
            options={open.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <SubmitButton second>{t("people.grant_button")}</SubmitButton>
        </Form>
      )}
    </div>
  );
}

type RoleAct = { view: PersonView; act: "role-removal" | "agreement" | "disagreement"; role: StaffRole; label: string };

function RoleButton({ view, act, role, label }: RoleAct) {
  const { lang } = useLang();
  return (
    <Form wide action={address.staffPersonAct(lang, view.id, act)}>
      <HiddenField name="role" value={role} />
      <SubmitButton small second>
        {label}
      </SubmitButton>
    </Form>
  );
}

function Access({ view }: { view: PersonView }) {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <div className="stack">
      {view.hasFactor && (
        <Dialog button={t("people.reset_factor")} title={t("people.reset_factor_lead")} second>
          <Form action={address.staffPersonAct(lang, view.id, "second-factor-reset")}>
            <SubmitButton>{t("people.reset_factor")}</SubmitButton>
          </Form>
        </Dialog>
      )}
      {view.state === "active" && (
        <Dialog button={t("people.suspend")} title={t("people.suspend_lead")} second>
          <Form action={address.staffPersonAct(lang, view.id, "suspension")}>
            <TextArea name="reason" label={t("people.suspend_reason")} max={400} rows={2} />
            <SubmitButton>{t("people.suspend_button")}</SubmitButton>
          </Form>
        </Dialog>
      )}
      {view.state === "suspended" && (
        <Form action={address.staffPersonAct(lang, view.id, "restoration")}>
          <SubmitButton>{t("people.restore")}</SubmitButton>
        </Form>
      )}
    </div>
  );
}
