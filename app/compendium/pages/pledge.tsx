import type { Language } from "~/platform/i18n/languages";
import { languageNames } from "~/platform/i18n/languages";
import { useT } from "~/platform/i18n/react";
import { PledgeBody, type PledgeBodyView, PledgeHead, PledgeMeasures } from "~/pledges/pages/pledge-body";
import { Facts } from "~/ui/facts";
import { MeasuredLine } from "~/ui/measure";
import { Notice } from "~/ui/notice";
import { Breadcrumbs, Columns, PageHead, Section } from "~/ui/page-parts";
import { Timeline } from "~/ui/timeline";
import { Cite, Ref } from "~/ui/words";
import { Share, type ShareView } from "../components/share";

import { CameOfIt, type CameOfItView } from "../progress/components/came-of-it";

type Link = { label: string; href: string };

export interface PledgeView {
  kind: "pledge";
  reference: string;
  body: PledgeBodyView;
  description: string;
  compendiumHref: string;
  notice: { title: string; text: string | null } | null;
  event: Link | null;
  languages: { translated: string | null; list: { lang: Language; href: string; original: boolean }[] };
  /** In which language the pledger wrote the measures, if it is not the page's. */
  measuresNote: string | null;
  progress: {
    key: string;
    name: string;
    nameLang?: string;
    target: number;
    delivered: number | null;
    text: string;
    share: string | null;
  }[];
  cameOfIt: CameOfItView;
  observations: {
    when: string;
    iso?: string;
    text: string;
    textLang?: string;
    languageNote: string | null;
    source: Link | null;
  }[];
  history: { iso: string; when: string; title: string }[];
  cite: string;
  share: ShareView;
  links: Link[];
  structured: Record<string, unknown>;
}

/** What is left of a pledge that is no longer shown. */
export interface TraceView {
  kind: "trace";
  reference: string;
  state: string;
  title: string | null;
  titleLang?: string;
  organisation: { name: string; href: string } | null;
  explanation: string;
  facts: { term: string; value: string }[];
  compendiumHref: string;
}

/** Everything public about one pledge. */
export function PledgePage({ view }: { view: PledgeView | TraceView }) {
  return view.kind === "trace" ? <Trace view={view} /> : <Published view={view} />;
}

function Crumbs({ reference, compendiumHref }: { reference: string; compendiumHref: string }) {
  const t = useT("compendium");
  return <Breadcrumbs items={[{ label: t("list.title"), href: compendiumHref }, { label: <Ref>{reference}</Ref> }]} />;
}

function Trace({ view }: { view: TraceView }) {
  return (
    <>
      <Crumbs {...view} />
      <PageHead
        title={view.title ?? <Ref>{view.reference}</Ref>}
        titleLang={view.title ? view.titleLang : undefined}
        lead={view.organisation && <a href={view.organisation.href}>{view.organisation.name}</a>}
      >
        <Notice title={view.state}>{view.explanation}</Notice>
      </PageHead>
      <Facts facts={view.facts} />
    </>
  );
}

function Published({ view }: { view: PledgeView }) {
  return (
    <article>
      <Crumbs {...view} />
      <PledgeHead view={view.body}>
        {view.notice && <Notice title={view.notice.title}>{view.notice.text}</Notice>}
        <Languages view={view} />
      </PledgeHead>
      <PledgeBody view={view.body} measures={<Measures view={view} />} after={<After view={view} />} />
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data, never run; "<" cannot end the element
        dangerouslySetInnerHTML={{ __html: JSON.stringify(view.structured).replaceAll("<", "\\u003c") }}
      />
    </article>
  );
}

function Languages({ view: { languages, event } }: { view: PledgeView }) {
  const t = useT("compendium");
  return (
    <p className="small quiet row">
      {event && (
        <span>
          {t("pledge.announced_at")} <a href={event.href}>{event.label}</a>
        </span>
      )}
      {languages.translated && <span>{languages.translated}</span>}
      {languages.list.map(({ lang, href, original }) => (
        <span key={lang}>
          <a href={href} lang={lang} hrefLang={lang}>
            {languageNames[lang]}
          </a>
          {original && ` (${t("pledge.original")})`}
        </span>
      ))}
    </p>
  );
}

/** Each indicator against its target, then the table. */
function Measures({ view }: { view: PledgeView }) {
  const t = useT("compendium");
  return (
    <PledgeMeasures view={view.body}>
      {view.measuresNote && <p className="small quiet">{view.measuresNote}</p>}
      {view.progress.length > 0 && (
        <>
          <Columns two>
            {view.progress.map((one) => (
              <div key={one.key}>
                <h3 lang={one.nameLang}>{one.name}</h3>
                <MeasuredLine delivered={one.delivered} target={one.target} share={one.share ?? "–"}>
                  {one.text}
                </MeasuredLine>
              </div>
            ))}
          </Columns>
          <p className="small quiet">{t("pledge.measure_key")}</p>
        </>
      )}
    </PledgeMeasures>
  );
}

function After({ view }: { view: PledgeView }) {
  const t = useT("compendium");
  return (
    <>
      <CameOfIt view={view.cameOfIt}>
        {view.observations.length > 0 && (
          <>
            <h3>{t("pledge.observed")}</h3>
            <Timeline
              moments={view.observations.map(({ when, iso, text, textLang, languageNote, source }) => ({
                when,
                iso,
                body: (
                  <>
                    <span lang={textLang} dir={textLang && "auto"}>
                      {text}
                    </span>{" "}
                    {languageNote && <small className="quiet">({languageNote}) </small>}
                    {source && (
                      <a href={source.href} rel="nofollow noopener">
                        {source.label}
                      </a>
                    )}
                  </>
                ),
              }))}
            />
          </>
        )}
      </CameOfIt>
      <Section id="history" title={t("pledge.history")} note={t("pledge.newest_first")}>
        <Timeline moments={view.history} />
      </Section>
      <Section id="cite" title={t("pledge.cite")}>
        <div className="stack">
          <Cite id="citation">{view.cite}</Cite>
          <Share view={view.share} />
          <p className="row">
            {view.links.map(({ label, href }) => (
              <a key={label} href={href}>
                {label}
              </a>
            ))}
          </p>
        </div>
      </Section>
    </>
  );
}
