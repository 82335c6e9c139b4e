import type { ReactNode } from "react";
import { Ref } from "./words";

export type QueueItem = {
  /** The record's reference; without one, `kind` says what it is. */
  reference: string | null;
  kind?: ReactNode;
  href: string;
  /** What stands there in words, with its tone: `StateTag`. */
  due: ReactNode;
  title: string;
  titleLang?: string;
  organisation: string;
  current?: boolean;
};

type QueueProps = {
  id: string;
  title: ReactNode;
  /** Links to the views of the queue: mine, new, unassigned, waiting; each with its count. */
  views: { label: ReactNode; href: string; current?: boolean }[];
  /** A link to filters, at the end of the head. */
  filter?: ReactNode;
  items: QueueItem[];
  /** How the queue is ordered, and where the shortcuts are. */
  note?: ReactNode;
};

/** What waits, most urgent first. */
export function Queue({ id, title, views, filter, items, note }: QueueProps) {
  return (
    <section className="queue" aria-labelledby={id}>
      <div className="row push">
        <h2 id={id}>{title}</h2>
        {filter}
      </div>
      <ul className="views">
        {views.map(({ label, href, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "true" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "true" : undefined}>
              <span className="small">
                {item.reference ? <Ref>{item.reference}</Ref> : <span>{item.kind}</span>}
                <span>{item.due}</span>
              </span>
              <span>
                <bdi lang={item.titleLang}>{item.title}</bdi>
              </span>
              <span className="quiet">
                <bdi>{item.organisation}</bdi>
              </span>
            </a>
          </li>
        ))}
      </ol>
      {note && <div className="small quiet above">{note}</div>}
    </section>
  );
}

/** The workbench: queue on the left, case on the right on wide screens. It takes the whole window. */
export function Bench({ queue, children }: { queue: ReactNode; children: ReactNode }) {
  return (
    <div className="bench">
      {queue}
      <div className="stack">{children}</div>
    </div>
  );
}

export type Check = { key: string; state: ReactNode; note?: ReactNode };

/** A list of checks with their states: the reviewer's checklist, the measurability of a pledge. */
export function Checks({ checks }: { checks: Check[] }) {
  return (
    <ol className="checks">
      {checks.map(({ key, state, note }) => (
        <li key={key}>
          {state}
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
