import type { ReactNode } from "react";
import { type Step, Steps } from "./steps";

type WizardProps = {
  steps: Step[];
  /** Above everything: where this draft hangs, and when it was saved. */
  place: ReactNode;
  saved: ReactNode;
  /** What is checked while it is written. */
  aside?: { id: string; title: ReactNode; children: ReactNode };
  children: ReactNode;
};

/** A long form in steps: steps at the side, one idea in the middle, its check beside it. */
export function Wizard({ steps, place, saved, aside, children }: WizardProps) {
  return (
    <>
      <div className="status">
        <span>{place}</span>
        {saved}
      </div>
      <div className="wiz">
        <Steps steps={steps} />
        <div>{children}</div>
        {aside && (
          <aside aria-labelledby={aside.id}>
            <h2 id={aside.id}>{aside.title}</h2>
            {aside.children}
          </aside>
        )}
      </div>
    </>
  );
}
