import type * as z from "zod";
import { command } from "~/access/command.server";
import { Conflict } from "~/platform/errors";
import { act, clockRuns, type OnCase, personId, requireSomebodyToAsk, tellOrganisation } from "../commands.server";
import type * as schema from "../schema";
import { changeCase, lockCase } from "../transitions.server";
import type { QuestionsOf } from "./model";

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;

/** A question to the organisation, tied to a field where it has one. It reads it beside that field; the clock stops until it answers (R19). */
export const sendMessage = (on: OnCase, { version, field, body }: Values<"messageSchema">) =>
  act(on, "case.message", version, async (run, row) => {
    requireSomebodyToAsk(row);
    await tellOrganisation(run, row, body, field);
    await changeCase(run, row, "messageSent", {
      data: { waitingSince: row.waitingSince ?? run.now },
      details: { field: field ?? null },
      tell: ["organisation_people"],
    });
  });

/**
 * The organisation answers what it was asked about its pledge or itself; staff see it in the case, and the clock runs again unless changes
 * were asked for, which only sending it again answers. Throws `Refused` to others, `Conflict` if nothing is being examined.
 */
export function answerQuestion(
  { actor, receipt, about }: Omit<OnCase, "caseId"> & { about: QuestionsOf },
  { field, body }: Values<"answerSchema">,
): Promise<void> {
  return command({ actor, name: "pledge.answer", receipt }, async (run) => {
    const open = await run.tx.case.findFirst({
      where: { ...("revisionId" in about ? about : { ...about, kind: "organisation" }), closedAt: null },
      select: { id: true },
    });
    if (!open) throw new Conflict("due-diligence:error.closed");
    const row = await lockCase(run.tx, open.id);
    run.check("pledge.answer", { organisationId: row.organisationId });
    await run.tx.caseMessage.create({
      data: {
        caseId: row.id,
        round: row.round,
        field,
        body,
        authorId: personId(actor),
        fromStaff: false,
        at: run.now,
      },
    });
    await changeCase(run, row, "questionAnswered", {
      data: row.state === "changes_requested" ? {} : await clockRuns(run, row),
      details: { field: field ?? null },
      tell: ["assigned_reviewer"],
    });
  });
}
