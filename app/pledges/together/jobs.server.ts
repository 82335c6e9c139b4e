import { systemActor } from "~/access/actor";
import { command } from "~/access/command.server";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { partLife } from "./lifecycle";
import { movePart, overdueParts } from "./transitions.server";

/** Lets parts expire whose organisation was asked 60 days ago and did not answer (R20). Running it twice changes nothing. */
export async function expireParts(): Promise<void> {
  for (const key of await overdueParts(db(), now()))
    try {
      await command({ actor: systemActor("expire_parts"), name: partLife.expire.permission }, (run) =>
        movePart(run, key, "expire"),
      );
    } catch (error) {
      // Answered, or asked anew, while this went through the list.
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
    }
}

/** The jobs of this feature by name; `server` gives them to the worker. */
export const partJobs = { expire_parts: expireParts };
