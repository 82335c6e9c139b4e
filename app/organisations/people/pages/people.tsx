import { useForm } from "@conform-to/react";
import type { MemberRole } from "~/access/actor";
import { address } from "~/addresses";
import type { FormAnswer } from "~/platform/form.server";
import { useLang, useMessage, useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { RadioGroup } from "~/ui/form/choice-fields";
import { Actions, Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import { PageHead, Section } from "~/ui/page-parts";
import { Cite } from "~/ui/words";
import { OrganisationCrumbs } from "../../components/organisation-crumbs";
import { InvitationList, type InvitationRow } from "../../invitations/components/invitation-list";

export interface PeopleView {
  lead: boolean;
  joinHref: string;
  invitations: InvitationRow[];
  people: {
    name: string;
    you: boolean;
    role: string;
    since: string;
    changeHref: string | null;
    endHref: string | null;
  }[];
}

export interface MemberView {
  name: string;
  you: boolean;
  role: MemberRole;
  /** For the last lead who leaves: who could take their place. Null where nobody need. */
  successors: { id: string; name: string; since: string }[] | null;
}

/** Who may act for the organisation. */
export function PeoplePage({ view, origin, problem }: { view: PeopleView; origin: string; problem?: string }) {
  const t = useT("organisations");
  const invitations = useT("invitations");
  const translate = useMessage();
  const { lang } = useLang();
  return (
    <>
      <OrganisationCrumbs here={t("people.title")} />
      <PageHead title={t("people.title")} lead={t("people.lead")} low />
      <div className="stack loose">
        <DataTable
          caption={t("people.title")}
          hideCaption
          columns={[
            { label: t("people.name") },
            { label: t("people.role") },
            { label: t("people.actions"), quiet: true },
          ]}
          rows={view.people.map((one) => ({
            key: `${one.name} ${one.since} ${one.endHref}`,
            cells: [
              <span key="name">
                <bdi>{one.you ? t("people.you", { name: one.name }) : one.name}</bdi>
                <br />
                <span className="quiet small">{t("participation.since", { date: one.since })}</span>
              </span>,
              one.role,
              <span key="actions" className="row">
                {one.changeHref && <a href={one.changeHref}>{t("people.change_role")}</a>}
                {one.endHref && <a href={one.endHref}>{one.you ? t("people.leave") : t("people.end")}</a>}
              </span>,
            ],
          }))}
        />
        {view.lead && (
          <Section id="invitations" title={invitations("list.title")} note={invitations("list.note")}>
            <div className="stack">
              {problem && (
                <Notice tone="due" announce>
                  {translate(problem)}
                </Notice>
              )}
              {view.invitations.length > 0 && <InvitationList rows={view.invitations} />}
              <p>
                <ButtonLink href={address.invite(lang)}>{invitations("invite.title")}</ButtonLink>
              </p>
            </div>
          </Section>
        )}
        {view.lead && (
          <Section id="invite" title={invitations("list.link_title")} note={invitations("list.link_note")}>
            <div className="stack">
              <Cite id="join-link">
                <bdi dir="ltr">{`${origin}${view.joinHref}`}</bdi>
              </Cite>
              <p>
                <ButtonLink second href={address.myOrganisationPart(lang, "join-requests")}>
                  {t("join.requests_title")}
                </ButtonLink>
              </p>
            </div>
          </Section>
        )}
      </div>
    </>
  );
}

type MemberProps = { view: MemberView; receiptKey: string; answer?: FormAnswer };

/** A lead gives another person another role. */
export function MemberRolePage({ view, receiptKey, answer }: MemberProps) {
  const t = useT("organisations");
  const [form, fields] = useForm<{ role: MemberRole }>({
    id: "role",
    lastResult: answer?.form,
    defaultValue: { role: view.role },
  });
  return (
    <>
      <OrganisationCrumbs here={t("people.change_role")} />
      <PageHead title={t("people.role_of", { name: view.name })} low />
      <Form form={form} receiptKey={receiptKey} labels={{ role: t("people.role") }}>
        <RadioGroup
          field={fields.role}
          label={t("people.role")}
          options={(["author", "lead"] as const).map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`role_hint.${role}`),
          }))}
        />
        <Actions>
          <SubmitButton>{t("people.save_role")}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}

/** The question before a membership ends; the last lead names who follows. */
export function EndMembershipPage({ view, receiptKey, answer }: MemberProps) {
  const t = useT("organisations");
  const people = useT("people");
  const { lang } = useLang();
  const [form, fields] = useForm<{ successor: string }>({ id: "end", lastResult: answer?.form });
  const { successors } = view;
  const alone = successors?.length === 0;
  return (
    <>
      <OrganisationCrumbs here={view.you ? t("people.leave") : t("people.end")} />
      <PageHead
        title={view.you ? t("people.leave_question") : t("people.end_question", { name: view.name })}
        lead={successors ? people("hand_over.lead") : t("people.end_text")}
        low
      />
      {alone ? (
        <div className="stack">
          <Notice tone="due">{people("hand_over.alone")}</Notice>
          <p className="row">
            <ButtonLink href={address.invite(lang)}>{people("hand_over.invite")}</ButtonLink>
            <a href={address.myOrganisationPart(lang, "people")}>{t("people.keep")}</a>
          </p>
        </div>
      ) : (
        <Form form={form} receiptKey={receiptKey} labels={{ successor: people("hand_over.successor") }}>
          {successors && (
            <RadioGroup
              field={fields.successor}
              label={people("hand_over.successor")}
              hint={people("hand_over.hint")}
              options={successors.map(({ id, name, since }) => ({ value: id, label: <bdi>{name}</bdi>, hint: since }))}
            />
          )}
          <Actions>
            <SubmitButton>
              {successors ? people("hand_over.submit") : view.you ? t("people.leave") : t("people.end")}
            </SubmitButton>
            <a href={address.myOrganisationPart(lang, "people")}>{t("people.keep")}</a>
          </Actions>
        </Form>
      )}
    </>
  );
}
