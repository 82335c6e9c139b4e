import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";
import { EmptyState } from "~/ui/empty-state";
import { type Fact, Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, PageHead, Section } from "~/ui/page-parts";
import { Pagination } from "~/ui/pagination";
import { type Shape, ShapeTag } from "~/ui/tags";
import { type EntryView, PledgeEntries } from "../components/pledge-entry";
import type { Structured } from "../formats/structured";
import { Headlines, type HeadlineView } from "./home";

export type NamedLink = { label: string; href?: string; note?: string; lang?: string };

/** Pledges that have one thing in common: an organisation, a country, a region, a focus area, an event. */
export interface GatheringView {
  crumbs: { label: string; href?: string }[];
  over: { shape?: Shape; label: string }[];
  title: string;
  lead: string | null;
  /** In which language the lead is, if not the page's. */
  notices: string[];
  figures: HeadlineView[];
  figuresNote: string;
  facts: { term: string; value: string | null; href?: string }[];
  /** Lists of names: Leaders, Members, parts, events. `empty` says that there is none, and why that matters. */
  lists: { id: string; title: string; note: string | null; items: NamedLink[]; empty: string | null }[];
  entriesTitle: string;
  count: string;
  entries: EntryView[];
  allCompiled: boolean;
  empty: { title: string; text: string; link: { label: string; href: string } };
  page: number;
  pages: number;
  baseHref: string;
  links: { label: string; href: string }[];
  /** For search engines, where there is something to say. */
  structured?: Structured;
}

export function GatheringPage({ view }: { view: GatheringView }) {
  const t = useT("compendium");
  return (
    <>
      <Breadcrumbs items={view.crumbs} />
      <PageHead
        title={view.title}
        lead={view.lead}
        over={view.over.length > 0 && view.over.map((tag) => <Over key={tag.label} {...tag} />)}
      >
        {view.notices.map((notice) => (
          <Notice key={notice} tone="quiet">
            {notice}
          </Notice>
        ))}
      </PageHead>
      <Headlines figures={view.figures} />
      <p className="small quiet">{view.figuresNote}</p>
      {view.facts.length > 0 && (
        <Section id="about" title={t("gathering.about")}>
          <Facts facts={view.facts.map(factOf)} />
        </Section>
      )}
      {view.lists.map((list) => (
        <Section key={list.id} id={list.id} title={list.title} note={list.note}>
          {list.items.length > 0 ? <Names items={list.items} /> : <p className="quiet">{list.empty}</p>}
        </Section>
      ))}
      <Section id="pledges" title={view.entriesTitle} note={view.count}>
        {view.entries.length > 0 ? <Entries view={view} /> : <Empty {...view.empty} />}
      </Section>
    </>
  );
}

function Over({ shape, label }: { shape?: Shape; label: string }) {
  return <span>{shape ? <ShapeTag shape={shape}>{label}</ShapeTag> : label}</span>;
}

const factOf = ({ term, value, href }: GatheringView["facts"][number]): Fact => ({
  term,
  value: value && href ? <a href={href}>{value}</a> : value,
});

function Names({ items }: { items: NamedLink[] }) {
  return (
    <ul className="tally">
      {items.map(({ label, href, note, lang }) => (
        <li key={label}>
          <span lang={lang}>{href ? <a href={href}>{label}</a> : label}</span>
          {note && <span className="quiet">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

function Entries({ view }: { view: GatheringView }): ReactNode {
  const t = useT("compendium");
  return (
    <div className="stack">
      {view.allCompiled && <Notice tone="quiet">{t("list.all_compiled")}</Notice>}
      <PledgeEntries entries={view.entries} origin={!view.allCompiled} />
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefOf={(page) => (page === 1 ? view.baseHref : `${view.baseHref}?page=${page}`)}
      />
      <p className="small row">
        {view.links.map(({ label, href }) => (
          <a key={label} href={href}>
            {label}
          </a>
        ))}
      </p>
    </div>
  );
}

function Empty({ title, text, link }: GatheringView["empty"]) {
  return (
    <EmptyState title={title} action={<a href={link.href}>{link.label}</a>}>
      {text}
    </EmptyState>
  );
}
