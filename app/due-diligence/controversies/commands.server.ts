import type * as z from "zod";
import { Conflict } from "~/platform/errors";
import { act, type OnCase, personId } from "../commands.server";
import type * as schema from "../schema";
import { changeCase, type LockedCase } from "../transitions.server";

type Values<Name extends keyof typeof schema> = z.output<(typeof schema)[Name]>;

/** Something reported about the organisation or pledge. Until it is answered nobody can clear the case. */
export const recordControversy = (on: OnCase, { version, ...entry }: Values<"controversySchema">) =>
  act(on, "case.record_controversy", version, async (run, row) => {
    await run.tx.controversy.create({ data: { ...entry, caseId: row.id, authorId: personId(on.actor), at: run.now } });
    await changeCase(run, row, "controversyRecorded");
  });

/** The organisation's response and the reviewer's assessment of it. */
export const answerControversy = (
  on: OnCase,
  { version, controversyId, response, assessment }: Values<"controversyAnswerSchema">,
) =>
  act(on, "case.record_controversy", version, async (run, row) => {
    const { count } = await run.tx.controversy.updateMany({
      where: { id: controversyId, caseId: row.id, answeredAt: null },
      data: { response, assessment, answeredAt: run.now },
    });
    if (count !== 1) throw new Conflict("due-diligence:error.changed");
    await changeCase(run, row, "controversyAnswered");
  });

/** Throws `Conflict` while one of the case's controversies is unanswered: nobody clears it then, by any path. */
export function requireAnswered(row: LockedCase): void {
  if (row.controversies.some((controversy) => !controversy.answeredAt))
    throw new Conflict("due-diligence:error.unanswered_controversy");
}
