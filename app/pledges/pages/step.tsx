import type { FormAnswer } from "~/platform/form.server";
import type { Group } from "~/reference/codes";
import type { Option } from "~/ui/form/choice-fields";
import { QuestionsContext, type QuestionsView } from "../components/questions";
import { type BothChanged, ShownContext } from "../components/step-form";
import type { WizardView } from "../components/wizard";
import type { FieldText } from "../differences/model";
import { unitOf } from "../drafting/merging/model";
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
  /** What is saved, written out, to set beside what was typed when two save at once. */
  saved: FieldText[];
  byMilestones: boolean;
  beneficiaries?: { countryNames: string[]; implied: Record<Group, string> };
  currencies?: Option[];
  partners?: string[];
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
      <ShownContext.Provider value={JSON.stringify(rest.view.values[rest.view.step])}>
        <OneStep {...rest} />
      </ShownContext.Provider>
    </QuestionsContext.Provider>
  );
}

function OneStep({ view, receiptKey, answer: given }: Omit<StepPageProps, "questions">) {
  const { frame, step, values } = view;
  const { answer, both } = meetOther(values[step], view.saved, given);
  const rest = { frame, receiptKey, changed: both, answer };
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
      return (
        <StepWithWhom
          {...rest}
          values={values["with-whom"]}
          currencies={view.currencies ?? []}
          partners={view.partners ?? []}
        />
      );
    case "measures":
      return (
        <StepMeasures {...rest} values={values.measures} events={view.events ?? []} byMilestones={view.byMilestones} />
      );
  }
}

/** After somebody else saved: the form with their changes wherever this person changed nothing, and the fields that both changed. */
function meetOther(
  saved: Record<string, unknown>,
  texts: FieldText[],
  answer: FormAnswer | undefined,
): { answer: FormAnswer | undefined; both: BothChanged[] } {
  const typed = answer?.form.initialValue;
  if (!typed || !answer.form.error?.[""]?.includes("pledges:conflict.changed")) return { answer, both: [] };
  const base = shownBefore(typed.base);
  const fields = [...new Set([...Object.keys(saved), ...Object.keys(typed)])].filter(
    (field) => !frameFields.has(field),
  );
  const same = (field: string, a: Record<string, unknown>, b: Record<string, unknown>) =>
    unitOf(field).every((one) => asText(a[one]) === asText(b[one]));
  const untouched = fields.filter((field) => same(field, typed, base));
  const initialValue = { ...typed, ...Object.fromEntries(untouched.map((field) => [field, saved[field]])) };
  const both = fields
    .filter(
      (field) =>
        !untouched.includes(field) && !same(field, saved, base) && asText(saved[field]) !== asText(typed[field]),
    )
    .map((field) => {
      const text = texts.find((one) => one.field === field);
      return {
        field,
        theirs: text?.text ?? asText(saved[field]),
        before: !text || text.prose ? asText(base[field]) : null,
      };
    });
  return { answer: { form: { ...answer.form, initialValue: initialValue as typeof typed } }, both };
}

const frameFields = new Set(["base", "take", "version", "_key"]);

function shownBefore(base: unknown): Record<string, unknown> {
  try {
    return typeof base === "string" ? (JSON.parse(base) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
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
