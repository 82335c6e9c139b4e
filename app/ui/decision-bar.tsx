import type { ReactNode } from "react";

type DecisionBarProps = {
  id: string;
  /** Whose decision it is: "You recommend". */
  title: ReactNode;
  /** What stands in the way, or that nothing does. */
  status?: ReactNode;
  /** The forms or buttons, at most three. */
  children: ReactNode;
};

/** The decision, always in sight at the foot of the case. */
export function DecisionBar({ id, title, status, children }: DecisionBarProps) {
  return (
    <section className="decide" aria-labelledby={id}>
      <div>
        <div>
          <h2 id={id}>{title}</h2>
          {status && <p className="small">{status}</p>}
        </div>
        <div className="row">{children}</div>
      </div>
    </section>
  );
}
