import type { FormAnswer } from "~/platform/form.server";
import type { Group } from "~/reference/codes";
import type { Option } from "~/ui/form/choice-fields";
import { QuestionsContext, type QuestionsView } from "../components/questions";
import type { WizardView } from "../components/wizard";
import type { DraftStep } from "../drafting/schema";
import type { StepFormValues } from "../formats/step-values";
import { StepForWhom } from "./step-for-whom";
import { StepHowMuch } from "./step-how-much";
import { StepMeasures } from "./step-measures";
import { StepWhat } from "./step-what";
import { StepWithWhom } from "./step-with-whom";

export interface StepPageView {
  frame: WizardView & { version: number };
  step: DraftStep;
  values: StepFormValues;
  byMilestones: boolean;
  beneficiaries?: { countryNames: string[]; implied: Record<Group, string> };
  currencies?: Option[];
  events?: Option[];
}

type StepPageProps = {
  view: StepPageView;
  questions: QuestionsView["messages"];
  receiptKey: string;
  answer?: FormAnswer;
};

/** One step of the wizard, with the reviewers' questions at the fields they are about. */
export function StepPage({ questions, ...rest }: StepPageProps) {
  return (
    <QuestionsContext.Provider value={questions}>
      <OneStep {...rest} />
    </QuestionsContext.Provider>
  );
}

function OneStep({ view, receiptKey, answer }: Omit<StepPageProps, "questions">) {
  const { frame, step, values } = view;
  const changed = savedMeanwhile(values[step], answer);
  const rest = { frame, receiptKey, changed, answer };
  switch (step) {
    case "what":
      return <StepWhat {...rest} values={values.what} />;
    case "for-whom":
      return (
        <StepForWhom
          {...rest}
          values={values["for-whom"]}
          beneficiaries={view.beneficiaries ?? { countryNames: [], implied: { ldc: "", lldc: "", sids: "" } }}
        />
      );
    case "how-much":
      return <StepHowMuch {...rest} values={values["how-much"]} currencies={view.currencies ?? []} />;
    case "with-whom":
      return <StepWithWhom {...rest} values={values["with-whom"]} />;
    case "measures":
      return (
        <StepMeasures {...rest} values={values.measures} events={view.events ?? []} byMilestones={view.byMilestones} />
      );
  }
}

/** After somebody else saved: the fields in which what is saved now differs from what was typed here. */
function savedMeanwhile(saved: Record<string, unknown>, answer: FormAnswer | undefined): Record<string, string> {
  if (!answer?.form.error?.[""]?.includes("pledges:conflict.changed")) return {};
  const typed = answer.form.initialValue ?? {};
  return Object.fromEntries(
    Object.entries(saved)
      .map(([field, value]) => [field, asText(value), asText(typed[field])] as const)
      .filter(([, now, here]) => now !== here)
      .map(([field, now]) => [field, now]),
  );
}

/** A field's value as one line of text; keys of rows are for machines. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(", ");
  if (value && typeof value === "object")
    return Object.entries(value)
      .filter(([name]) => name !== "key")
      .map(([, inner]) => asText(inner))
      .filter(Boolean)
      .join(" ");
  return value === undefined || value === null ? "" : String(value);
}
