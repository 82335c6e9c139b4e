import { useT } from "~/platform/i18n/react";
import { ButtonLink } from "~/ui/button";
import { Details } from "~/ui/details";
import { Figure, Figures } from "~/ui/figures";
import { SearchBox } from "~/ui/finding";
import { Band, Beside, Columns, PageHead, Section } from "~/ui/page-parts";
import { type Shape, ShapeMark } from "~/ui/tags";
import { Timeline } from "~/ui/timeline";
import { MapKey, MapNotes, type MapPoint, WorldMap } from "~/ui/world-map";
import { type EntryView, PledgeEntries } from "../components/pledge-entry";

export interface HeadlineView {
  before?: string;
  value: string;
  after?: string;
  none?: boolean;
  label: string;
  note: string;
  part?: number;
  /** What is counted, how fresh it is, when it was computed: for those who ask. */
  explained?: string[];
}

export interface HomeView {
  figures: HeadlineView[];
  computed: string;
  map: { points: MapPoint[]; label: string; named: string };
  focusAreas: { shape: Shape; label: string; text: string; href: string; count: string }[];
  latest: EntryView[];
  all: { label: string; href: string };
  news: {
    href: string;
    title: string;
    titleLang?: string;
    text: string;
    textLang?: string;
    languageNote: string | null;
    iso: string;
    when: string;
  }[];
  links: Record<"search" | "makePledge" | "followUp" | "countries" | "countingRules" | "api", string>;
  examples: { label: string; href: string }[];
}

/** What this is in two lines; the numbers with their freshness; the map; what is new; three ways in. */
export function HomePage({ view }: { view: HomeView }) {
  const t = useT("compendium");
  return (
    <>
      <HomeHead view={view} />
      <Headlines figures={view.figures} />
      <p className="small quiet">
        {view.computed} <a href={view.links.countingRules}>{t("home.read_rules")}</a>
      </p>
      <Where view={view} />
      <Section id="areas" title={t("home.areas")} note={t("home.areas_note")}>
        <ul className="cols two">
          {view.focusAreas.map((area) => (
            <li key={area.shape} className="stack tight">
              <h3>
                <a className="plain kind" href={area.href}>
                  <ShapeMark shape={area.shape} />
                  {area.label}
                </a>
              </h3>
              <p className="quiet">{area.text}</p>
              <p className="small">
                <a href={area.href}>{area.count}</a>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="new" title={t("home.latest")} note={t("home.latest_note")}>
        <div className="stack">
          <PledgeEntries entries={view.latest} brief origin />
          <p>
            <a href={view.all.href}>{view.all.label}</a>
          </p>
        </div>
      </Section>
      {view.news.length > 0 && <News view={view} />}
      <TakePart view={view} />
    </>
  );
}

function HomeHead({ view }: { view: HomeView }) {
  const t = useT("compendium");
  const ui = useT("ui");
  const { links } = view;
  return (
    <Beside>
      <PageHead title={t("home.title")} lead={t("home.lead")}>
        <p className="row mid">
          <ButtonLink href={links.makePledge}>{t("home.make")}</ButtonLink>
          <a href={links.search}>{t("home.browse")}</a>
          <a href={links.followUp}>{t("home.follow")}</a>
        </p>
      </PageHead>
      <div className="low">
        <SearchBox action={links.search} label={ui("search.label")}>
          <p className="small quiet">
            {t("home.for_example")}{" "}
            {view.examples.map(({ label, href }, index) => (
              <span key={href}>
                {index > 0 && " · "}
                <a href={href}>{label}</a>
              </span>
            ))}{" "}
            · <a href={links.countries}>{t("home.all_countries")}</a>
          </p>
        </SearchBox>
      </div>
    </Beside>
  );
}

/** Headline figures, each with what it counts and what it leaves out. */
export function Headlines({ figures }: { figures: HeadlineView[] }) {
  const t = useT("compendium");
  return (
    <Figures>
      {figures.map(({ note, explained, ...figure }) => (
        <Figure key={figure.label} {...figure}>
          {note}
          {explained && (
            <Details summary={t("home.explained")}>
              <ul className="stack tight">
                {explained.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Details>
          )}
        </Figure>
      ))}
    </Figures>
  );
}

function Where({ view }: { view: HomeView }) {
  const t = useT("compendium");
  return (
    <Band id="where" title={t("home.where")} note={<MapKey />}>
      <WorldMap points={view.map.points} label={view.map.label} />
      <p className="small">
        {view.map.named} <a href={view.links.countries}>{t("home.all_countries")}</a>
      </p>
      <MapNotes />
    </Band>
  );
}

function News({ view }: { view: HomeView }) {
  const t = useT("compendium");
  return (
    <Section id="came" title={t("home.news")} note={t("home.news_note")}>
      <Timeline
        moments={view.news.map((item) => ({
          when: item.when,
          iso: item.iso,
          title: (
            <a href={item.href} lang={item.titleLang}>
              {item.title}
            </a>
          ),
          body: (
            <>
              <span lang={item.textLang} dir={item.textLang && "auto"}>
                {item.text}
              </span>{" "}
              {item.languageNote && <small className="quiet">({item.languageNote})</small>}
            </>
          ),
        }))}
      />
    </Section>
  );
}

function TakePart({ view }: { view: HomeView }) {
  const t = useT("compendium");
  const { links } = view;
  return (
    <Section id="act" title={t("home.take_part")}>
      <Columns>
        <div className="stack tight">
          <h3>{t("home.make")}</h3>
          <p className="quiet">{t("home.make_text")}</p>
          <p>
            <ButtonLink href={links.makePledge}>{t("home.make_button")}</ButtonLink>
          </p>
        </div>
        <div className="stack tight">
          <h3>{t("home.follow_up")}</h3>
          <p className="quiet">{t("home.follow_up_text")}</p>
          <p>
            <ButtonLink second href={links.followUp}>
              {t("home.follow_up_button")}
            </ButtonLink>
          </p>
        </div>
        <div className="stack tight">
          <h3>{t("home.reuse")}</h3>
          <p className="quiet">{t("home.reuse_text")}</p>
          <p>
            <ButtonLink second href={links.api}>
              {t("home.reuse_button")}
            </ButtonLink>
          </p>
        </div>
      </Columns>
    </Section>
  );
}
