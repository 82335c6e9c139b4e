import type { ReactNode } from "react";
import { useT } from "~/platform/i18n/react";

/** Where this page hangs; the last item is the page itself and carries no link. */
export function Breadcrumbs({ items }: { items: { label: ReactNode; href?: string }[] }) {
  const t = useT("ui");
  return (
    <nav className="crumbs" aria-label={t("frame.you_are_here")}>
      <ol>
        {items.map(({ label, href }, index) => (
          <li key={href ?? `here-${index}`} className={href ? undefined : "quiet"}>
            {href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

type PageHeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** Tags above the title. */
  over?: ReactNode;
  /** Less room around, for pages of work. */
  low?: boolean;
  /** Language of the title where it is the pledger's own words in another language. */
  titleLang?: string;
  children?: ReactNode;
};

/** The head of a page: h1 in the voice, one lead sentence, then actions or states. */
export function PageHead({ title, lead, over, low, titleLang, children }: PageHeadProps) {
  return (
    <div className={low ? "head low" : "head"}>
      {over && <p className="row over">{over}</p>}
      <h1 lang={titleLang} className={titleLang && "voice"}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}

type SectionProps = { id: string; title: ReactNode; note?: ReactNode; aside?: ReactNode; children: ReactNode };

/** A section whose name hangs in the left rail, as in a printed annual report. `id` names it for links and readers. */
export function Section({ id, title, note, aside, children }: SectionProps) {
  return (
    <section className="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
        {aside}
      </header>
      {children}
    </section>
  );
}

/** As many equal columns as fit; `two` asks for wider ones. */
export function Columns({ two, children }: { two?: boolean; children: ReactNode }) {
  return <div className={two ? "cols two" : "cols"}>{children}</div>;
}

/** Matter with a side: `start` puts the narrow column first (facets), otherwise it stands at the end. */
export function Beside({ start, children }: { start?: boolean; children: ReactNode }) {
  return <div className={start ? "beside start" : "beside"}>{children}</div>;
}

type BandProps = { id: string; title: ReactNode; note?: ReactNode; children: ReactNode };

/** A deep band from edge to edge of the window, for the map and nothing else. */
export function Band({ id, title, note, children }: BandProps) {
  return (
    <section className="band bleed stack" aria-labelledby={id}>
      <div className="row push">
        <h2 id={id}>{title}</h2>
        {note}
      </div>
      {children}
    </section>
  );
}
