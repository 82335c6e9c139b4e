import { useT } from "~/platform/i18n/react";
import { Facts } from "~/ui/facts";
import type { CaseView } from "../case/model";

/** The recommendation that awaits a decision, and the decisions of every round: what an approver needs first. */
export function Advice({ view }: { view: CaseView }) {
  const t = useT("due-diligence");
  const { recommendation, decisions } = view;
  return (
    <>
      {recommendation && (
        <section aria-labelledby="recommended" className="stack tight">
          <h2 id="recommended">{t("recommendation_title")}</h2>
          <Facts
            facts={[
              { term: t("recommendation_title"), value: <b>{recommendation.what}</b> },
              { term: t("form.risk"), value: recommendation.risk },
              { term: t("form.advice"), value: <Typed text={recommendation.reason} /> },
              {
                term: t("form.conditions"),
                value: recommendation.conditions ? <Typed text={recommendation.conditions} /> : t("no_conditions"),
              },
              {
                term: t("by"),
                value: (
                  <>
                    <bdi>{recommendation.by}</bdi>
                    {recommendation.at && (
                      <>
                        {" · "}
                        <time dateTime={recommendation.at.iso}>{recommendation.at.text}</time>
                      </>
                    )}
                  </>
                ),
              },
            ]}
          />
        </section>
      )}
      {decisions.map((decision) => (
        <section key={decision.at.iso} aria-labelledby={`decision-${decision.round}`} className="stack tight">
          <h2 id={`decision-${decision.round}`}>{t("decision_of_round", { round: decision.round })}</h2>
          <Facts
            facts={[
              { term: t("form.decision"), value: <b>{decision.what}</b> },
              { term: t("form.reason"), value: decision.reason ? <Typed text={decision.reason} /> : t("no_reason") },
              ...(decision.internalReason
                ? [{ term: t("form.internal_reason"), value: <Typed text={decision.internalReason} /> }]
                : []),
              {
                term: t("by"),
                value: (
                  <>
                    <bdi>{decision.by}</bdi> · <time dateTime={decision.at.iso}>{decision.at.text}</time>
                  </>
                ),
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}

const Typed = ({ text }: { text: string }) => (
  <span className="typed" dir="auto">
    {text}
  </span>
);
