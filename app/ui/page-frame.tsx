import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

type NavItem = { label: string; href: string; current?: boolean };
type LanguageItem = { lang: string; name: string; href: string; current?: boolean };
type FooterColumn = { title: string; links: { label: string; href: string }[] };

export type PageFrameProps = {
  /** Main navigation, in order; the current place carries the bar. */
  nav: NavItem[];
  /** The six languages, each named in its own script and linking to this same page. */
  languages: LanguageItem[];
  homeHref: string;
  /** Who is signed in, as one sentence; public pages leave it out because they are the same for everyone. */
  signedInAs?: ReactNode;
  /** A "sign out" form or similar, beside the sentence above. */
  account?: ReactNode;
  footer?: FooterColumn[];
  /** Freshness and origin of what the page shows. */
  footnote?: ReactNode;
  /** The workbench uses the whole width and its own padding. */
  wide?: boolean;
  mainClass?: string;
  /** The page brings its own `main` columns (workbench) when false. */
  padded?: boolean;
  children: ReactNode;
};

/** The frame of every page: skip link, languages, masthead, main, footer. */
export function PageFrame(props: PageFrameProps) {
  const { wide, footer, footnote, children, mainClass, padded = true } = props;
  const page = wide ? "page wide" : "page";
  return (
    <>
      <SkipLink />
      <header>
        <LanguageBar languages={props.languages} signedInAs={props.signedInAs} account={props.account} page={page} />
        <Masthead nav={props.nav} homeHref={props.homeHref} page={page} />
      </header>
      <main id="main" tabIndex={-1} className={mainClass}>
        {padded ? <div className={page}>{children}</div> : children}
      </main>
      {(footer || footnote) && (
        <footer className="band foot">
          <div className={page}>
            {footer && <FooterColumns columns={footer} />}
            {footnote && <p>{footnote}</p>}
          </div>
        </footer>
      )}
    </>
  );
}

function SkipLink() {
  const t = useT("ui");
  return (
    <a className="skip" href="#main">
      {t("frame.skip")}
    </a>
  );
}

type LanguageBarProps = Pick<PageFrameProps, "languages" | "signedInAs" | "account"> & { page: string };

function LanguageBar({ languages, signedInAs, account, page }: LanguageBarProps) {
  const t = useT("ui");
  return (
    <div className="langs-line">
      <div className={`${page} langs`}>
        {signedInAs ? (
          <span className="row">
            {signedInAs}
            {account}
          </span>
        ) : (
          <span className="tag">{t("frame.initiative")}</span>
        )}
        <nav aria-label={t("frame.language")}>
          <ul>
            {languages.map(({ lang, name, href, current }) => (
              <li key={lang}>
                <a href={href} lang={lang} hrefLang={lang} aria-current={current ? "true" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

function Masthead({ nav, homeHref, page }: { nav: NavItem[]; homeHref: string; page: string }) {
  const t = useT("ui");
  return (
    <div className="mast">
      <div className={page}>
        <a className="mark" href={homeHref}>
          <Mark />
          <span>
            {t("frame.name")}
            <small>{t("frame.subject")}</small>
          </span>
        </a>
        <nav aria-label={t("frame.main_navigation")}>
          <ul>
            {nav.map(({ label, href, current }) => (
              <li key={href}>
                <a href={href} data-text={label} aria-current={current ? "page" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

/** The mark of the site: hairline promised, bar delivered, upright target. */
function Mark() {
  return (
    <svg viewBox="0 0 36 28" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M0 15h21v9H0zM33 4h3v23h-3zM0 25.5h34V27H0z" />
    </svg>
  );
}

function FooterColumns({ columns }: { columns: FooterColumn[] }) {
  return (
    <div className="cols">
      {columns.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {links.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
