import type { ReactNode } from "react";
import { Measure } from "./measure";

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Nothing here yet, and the next step. Drawn as an empty measure: a promise nothing has been reported on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="blank">
      <Measure delivered={null} target={null} />
      <p className="strong">{title}</p>
      {typeof children === "string" ? <p className="quiet">{children}</p> : children}
      {action && <p>{action}</p>}
    </div>
  );
}
