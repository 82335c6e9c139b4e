import type { Person } from "~/access/actor";
import { command } from "~/access/command.server";
import { Conflict } from "~/platform/errors";
import { requestSending } from "./transitions.server";

/** Sends a failed or kept message after all. Throws `Conflict` if it is under way or was sent. */
export const retryMail = (actor: Person, id: string): Promise<void> =>
  command({ actor, name: "mail.retry" }, async (run) => {
    const { count } = await run.tx.mail.updateMany({
      where: { id, state: { in: ["failed", "kept"] } },
      data: { state: "queued" },
    });
    if (count !== 1) throw new Conflict();
    await requestSending(run.tx, id);
    run.record({ event: "mail.retried", subjectType: "mail", subjectId: id });
  });
