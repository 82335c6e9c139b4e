import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import type { FocusArea, PledgeType } from "~/reference/codes";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { RegisterEntries, RegisterEntry } from "~/ui/register-entry";
import { Tabs } from "~/ui/tabs";
import { ShapeTag, StateTag, type Tone } from "~/ui/tags";
import { Ref } from "~/ui/words";
import { type AskedPart, AskedParts } from "../../../together/components/parts";
import type { View } from "../../model";

/** A pledge in the list of its own people. */
export interface MyPledgeRow {
  id: string;
  href: string;
  title: string;
  titleLang?: string;
  reference: string | null;
  type: { code: PledgeType; label: string } | null;
  focusAreas: { code: FocusArea; label: string }[];
  state: string;
  tone: Tone;
  /** A revision of a public pledge that is under way. */
  revision: string | null;
  /** Who must act next: "you", or who else. */
  next: string;
  /** It waits for the reader. */
  due: boolean;
  changed: string;
}

export interface MyPledgesView {
  organisation: string;
  view: View;
  tabs: { label: string; count: string; href: string; current: boolean }[];
  /** In all views together. */
  total: number;
  rows: MyPledgeRow[];
  /** Parts of others' pledges that the organisation is asked to take. */
  parts: AskedPart[];
  page: number;
  pages: number;
}

/** All pledges of the active organisation, by state. `deleted`: a draft was just thrown away. */
export function MyPledgesPage({ view, deleted }: { view: MyPledgesView; deleted: boolean }) {
  const t = useT("my-pledges");
  const { lang } = useLang();
  const start = <ButtonLink href={address.newPledge(lang)}>{t("start")}</ButtonLink>;
  const hrefOf = (page: number) => {
    const search = new URLSearchParams(view.view === "all" ? {} : { view: view.view });
    if (page > 1) search.set("page", String(page));
    return address.myPledges(lang, search.size > 0 ? `?${search}` : "");
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead", { organisation: view.organisation })} low>
        {view.total > 0 && <p className="row">{start}</p>}
      </PageHead>
      {deleted && (
        <Notice tone="done" announce>
          {t("done.deleted")}
        </Notice>
      )}
      <AskedParts parts={view.parts} />
      {view.total === 0 ? (
        <EmptyState title={t("empty.title")} action={start}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <>
          <Tabs label={t("view.label")} tabs={view.tabs} />
          {view.rows.length === 0 ? (
            <EmptyState title={t("empty.view_title")}>
              {view.view === "needs-me" ? t("empty.needs_text") : t("empty.view_text")}
            </EmptyState>
          ) : (
            <RegisterEntries>
              {view.rows.map((row) => (
                <Entry key={row.id} row={row} />
              ))}
            </RegisterEntries>
          )}
          <Pagination page={view.page} pages={view.pages} hrefOf={hrefOf} />
        </>
      )}
    </>
  );
}

function Entry({ row }: { row: MyPledgeRow }) {
  const t = useT("my-pledges");
  return (
    <RegisterEntry
      href={row.href}
      title={row.title}
      titleLang={row.titleLang}
      meta={[
        row.reference ? <Ref key="ref">{row.reference}</Ref> : t("entry.no_reference"),
        t("entry.changed", { date: row.changed }),
        ...(row.revision ? [row.revision] : []),
      ]}
      tags={
        <>
          {row.type && <ShapeTag shape={row.type.code}>{row.type.label}</ShapeTag>}
          {row.focusAreas.map(({ code, label }) => (
            <ShapeTag key={code} shape={code}>
              {label}
            </ShapeTag>
          ))}
        </>
      }
      fact={<StateTag tone={row.tone}>{row.state}</StateTag>}
      factNote={row.due ? <b>{t("entry.next", { who: row.next })}</b> : t("entry.next", { who: row.next })}
    />
  );
}
