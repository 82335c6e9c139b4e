import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import type { PledgeType } from "~/reference/codes";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-parts";
import { Tabs } from "~/ui/tabs";
import { ShapeTag, StateTag } from "~/ui/tags";
import { Ref } from "~/ui/words";
import { type PledgeListFilter, pledgeViews, type StateTone } from "../overview/model";

export interface PledgeLine {
  id: string;
  href: string;
  title: string;
  titleLang?: string;
  reference: string | null;
  type: { code: PledgeType; label: string } | null;
  state: { label: string; tone: StateTone };
  next: { who: string; label: string };
  updatedOn: string;
}

export interface MyPledgesView {
  organisation: string;
  filter: PledgeListFilter;
  lines: PledgeLine[];
  mayDraft: boolean;
}

/** Every pledge of the organisation with its state and who must act next. */
export function MyPledgesPage({ view }: { view: MyPledgesView }) {
  const t = useT("pledges");
  const { lang } = useLang();
  const start = <ButtonLink href={address.newPledge(lang)}>{t("new.title")}</ButtonLink>;
  return (
    <>
      <PageHead title={t("my.title")} lead={view.organisation} low>
        {view.mayDraft && <p>{start}</p>}
      </PageHead>
      <Tabs
        label={t("my.filter")}
        tabs={pledgeViews.map((filter) => ({
          label: t(`my.show.${filter}`),
          href: filter === "all" ? address.myPledges(lang) : `${address.myPledges(lang)}?show=${filter}`,
          current: filter === view.filter,
        }))}
      />
      {view.lines.length > 0 ? (
        <PledgeTable lines={view.lines} />
      ) : (
        <EmptyState title={t("my.none")} action={view.mayDraft && start}>
          {t("my.none_help")}
        </EmptyState>
      )}
    </>
  );
}

/** The table of pledges, for the list and for the organisation's home. */
export function PledgeTable({ lines }: { lines: PledgeLine[] }) {
  const t = useT("pledges");
  return (
    <DataTable
      caption={t("my.title")}
      hideCaption
      columns={[
        { label: t("my.pledge") },
        { label: t("my.type") },
        { label: t("my.state") },
        { label: t("my.next") },
        { label: t("my.changed") },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <span key="title">
            <a href={line.href} lang={line.titleLang} dir={line.titleLang ? "auto" : undefined}>
              {line.title}
            </a>
            {line.reference && (
              <>
                <br />
                <small className="quiet">
                  <Ref>{line.reference}</Ref>
                </small>
              </>
            )}
          </span>,
          line.type ? (
            <ShapeTag key="type" shape={line.type.code}>
              {line.type.label}
            </ShapeTag>
          ) : (
            "–"
          ),
          <StateTag key="state" tone={line.state.tone}>
            {line.state.label}
          </StateTag>,
          line.next.who === "you" ? <b key="next">{line.next.label}</b> : line.next.label,
          line.updatedOn,
        ],
      }))}
    />
  );
}
