import type { Person } from "~/access/actor";
import type { Receipt } from "~/access/command.server";
import { pledgeCommand } from "../writing/commands.server";
import { type PartMove, partLife } from "./lifecycle";
import { movePart } from "./transitions.server";

/**
 * An asked organisation answers for its part, or takes its confirmation back: by one of its leads, never confirmed by whoever signed the
 * pledge off (R10, R20). `key` is the part's identity. Throws `Refused`, `Conflict`, `Invalid`, `NotFound`.
 */
export async function answerPart(
  actor: Person,
  key: string,
  answer: { version: number; move: Exclude<PartMove, "expire">; reason?: string },
  receipt: Receipt | null = null,
): Promise<void> {
  const { move, version, reason } = answer;
  await pledgeCommand({ actor, name: partLife[move].permission, receipt }, (run) =>
    movePart(run, key, move, { version, reason: move === "confirm" ? undefined : reason }),
  );
}
