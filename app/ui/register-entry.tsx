import type { ReactNode } from "react";

/** The register: entries between hairlines. */
export function RegisterEntries({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <div className="entries" id={id}>
      {children}
    </div>
  );
}

type RegisterEntryProps = {
  href: string;
  title: string;
  /** Language of the title where it differs from the page's. */
  titleLang?: string;
  /** Who and when; each on the line of small print. */
  meta: ReactNode[];
  summary?: ReactNode;
  /** Type and focus areas. */
  tags?: ReactNode;
  /** The figure in the margin: money, people or the next milestone; never "US$ 0". */
  fact: ReactNode;
  /** One line under the figure. */
  factNote?: ReactNode;
  measure?: ReactNode;
  state?: ReactNode;
};

/** A pledge in a list: title in the pledger's voice, small print, and its figure in a ruled margin. */
export function RegisterEntry(props: RegisterEntryProps) {
  return (
    <article className="entry">
      <h3>
        <a href={props.href} lang={props.titleLang} dir={props.titleLang ? "auto" : undefined}>
          {props.title}
        </a>
      </h3>
      <p className="meta">
        {props.meta.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: server-rendered once, never reordered
          <bdi key={index}>{part}</bdi>
        ))}
      </p>
      {props.summary && <p className="small">{props.summary}</p>}
      {props.tags && <p className="meta">{props.tags}</p>}
      <div className="fact">
        <b>{props.fact}</b>
        {props.factNote && <span>{props.factNote}</span>}
        {props.measure}
        {props.state}
      </div>
    </article>
  );
}
