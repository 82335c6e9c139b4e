import type { ReactNode } from "react";

export type Tab = { label: string; count?: ReactNode; href: string; current?: boolean };

/** Parts of one case or record, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} data-text={tab.label} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="quiet"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One list seen in two or more ways; a switch is an address, not a script. */
export function ViewSwitch({ label, views }: { label: string; views: Tab[] }) {
  return (
    <nav className="switch" aria-label={label}>
      {views.map((view) => (
        <a key={view.href} href={view.href} aria-current={view.current ? "true" : undefined}>
          {view.label}
        </a>
      ))}
    </nav>
  );
}
