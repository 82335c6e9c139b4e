import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SelectField } from "~/ui/form/choice-fields";
import { Form, Pair } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { StateTag, type Tone } from "~/ui/tags";
import type { PeopleView } from "../staff/queries.server";

const tones: Record<PeopleView["people"][number]["state"], Tone> = {
  unconfirmed: "open",
  active: "done",
  suspended: "stopped",
  deleted: "quiet",
};

/** The state of an account as a mark and a word. */
export function AccountState({ state }: { state: keyof typeof tones }) {
  const t = useT("accounts");
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>;
}

export function PeoplePage({ view }: { view: PeopleView }) {
  const t = useT("accounts");
  const ui = useT("ui");
  const { lang } = useLang();
  const hrefOf = (page: number) => {
    const search = new URLSearchParams({
      ...(view.q && { q: view.q }),
      ...(view.staffOnly && { show: "staff" }),
      page: String(page),
    });
    return `${address.staffPeople(lang)}?${search}`;
  };
  return (
    <div className="stack">
      <PageHead title={t("people.title")} lead={t("people.lead")} low />
      <Form method="get" wide>
        <Pair>
          <TextField name="q" type="search" label={t("people.search")} value={view.q} grow />
          <SelectField
            name="show"
            label={t("people.filter")}
            width="auto"
            placeholder={t("people.filter_all")}
            value={view.staffOnly ? "staff" : ""}
            options={[{ value: "staff", label: t("people.filter_staff") }]}
          />
          <SubmitButton second>{ui("search.button")}</SubmitButton>
        </Pair>
      </Form>
      <p role="status">{t("people.total", { count: view.total })}</p>
      {view.people.length === 0 ? <EmptyState title={t("people.none")} /> : <People people={view.people} />}
      <Pagination page={view.page} pages={view.pages} hrefOf={hrefOf} />
    </div>
  );
}

function People({ people }: Pick<PeopleView, "people">) {
  const t = useT("accounts");
  const { lang } = useLang();
  return (
    <DataTable
      caption={t("people.title")}
      hideCaption
      columns={[
        { label: t("people.name") },
        { label: t("people.email") },
        { label: t("people.roles") },
        { label: t("people.organisations") },
        { label: t("people.state") },
        { label: t("people.since") },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <a key="name" href={address.staffPerson(lang, person.id)}>
            <bdi>{person.name}</bdi>
          </a>,
          <bdi key="email">{person.email}</bdi>,
          person.roles.map((role) => t(`role.${role}`)).join(", "),
          <bdi key="organisations">{person.organisations.join(", ")}</bdi>,
          <span key="state" className="row">
            <AccountState state={person.state} />
            {person.demo && <span className="tag">{t("people.demo")}</span>}
          </span>,
          person.since,
        ],
      }))}
    />
  );
}
