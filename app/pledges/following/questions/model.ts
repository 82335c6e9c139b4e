import type { DraftStep } from "../../drafting/schema";

/** One message about a pledge; due diligence, which stands above, hands them in through the route (E1). */
export interface QuestionMessage {
  id: string;
  field: string | null;
  fieldLabel: string | null;
  body: string;
  fromStaff: boolean;
  at: { iso: string; text: string };
}

/** The messages about each field together, the fields in the order in which they were first asked about. */
export interface Threads {
  /** Whether an answer can be sent now. */
  open: boolean;
  threads: { field: string | null; label: string | null; messages: QuestionMessage[] }[];
}

export function threadsOf({ open, messages }: { open: boolean; messages: QuestionMessage[] }): Threads {
  const threads = new Map<string | null, Threads["threads"][number]>();
  for (const message of messages) {
    const { field, fieldLabel } = message;
    const thread = threads.get(field) ?? { field, label: fieldLabel, messages: [] };
    thread.messages.push(message);
    threads.set(field, thread);
  }
  return { open, threads: [...threads.values()] };
}

/** Whether the reviewer spoke last about something: the organisation has not answered yet. */
export const isAsked = ({ open, threads }: Threads): boolean =>
  open && threads.some(({ messages }) => messages.at(-1)?.fromStaff === true);

const steps: Record<string, DraftStep> = {
  title: "what",
  summary: "what",
  description: "what",
  type: "what",
  focus_areas: "what",
  countries: "for-whom",
  ldc: "for-whom",
  lldc: "for-whom",
  sids: "for-whom",
  people: "for-whom",
  amount: "how-much",
  partners: "with-whom",
  dates: "measures",
  indicators: "measures",
  milestones: "measures",
};

/** The step of the wizard in which a field is written. */
export const stepOfField = (field: string): DraftStep | undefined => steps[field];
