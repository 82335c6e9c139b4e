import type { ReactNode } from "react";

/** How much of a pledge serves a group: 0 none, 1 partly, 2 primarily, 3 exclusively; the word follows. */
export function Extent({ level, children }: { level: 0 | 1 | 2 | 3; children: ReactNode }) {
  return (
    <span className="extent">
      <span aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} className={step <= level ? "on" : undefined} />
        ))}
      </span>
      {children}
    </span>
  );
}
