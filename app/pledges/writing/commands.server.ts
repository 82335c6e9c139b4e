import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Permission } from "~/access/policy";
import type { Tx } from "~/platform/db/client.server";
import { databaseCode } from "~/platform/db/failure";
import { Conflict, found, Invalid, NotFound } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";

/** A command on pledges: what the database itself refuses is answered in words. */
export async function pledgeCommand<T>(
  spec: { actor: Actor; name: Permission; receipt?: Receipt | null },
  work: (run: Run) => Promise<T>,
): Promise<T> {
  try {
    return await command(spec, work);
  } catch (error) {
    throw inWords(error);
  }
}

// The codes are those of prisma/migrations/*_rules.
function inWords(error: unknown): unknown {
  switch (databaseCode(error)) {
    case "P2C01":
      return new Conflict("pledges:conflict.kept_for_ever");
    case "P2C02":
      return new Conflict("pledges:conflict.reference_kept");
    case "P2C03":
      return new Invalid({ countries: [msg("error.sum_over_100")] });
    case "P2002":
    case "23505":
      return String(error).includes("one_open") || String(error).includes("pledge_id")
        ? new Conflict("pledges:conflict.open_revision")
        : error;
    default:
      return error;
  }
}

/**
 * The newest revision of a pledge of one of the actor's organisations; anything else is `NotFound`, so that nobody learns what others
 * have (E5). Lock it with `lockRevision` before changing it.
 */
export async function ownRevision(tx: Tx, actor: Actor, pledgeId: string) {
  const revision = found(
    await tx.revision.findFirst({
      where: { pledgeId },
      orderBy: { number: "desc" },
      select: { id: true, pledgeId: true, state: true, version: true, pledge: { select: { organisationId: true } } },
    }),
  );
  const { organisationId } = revision.pledge;
  if (actor.kind === "system") return { ...revision, organisationId };
  if (actor.kind !== "person" || !actor.memberships.some((one) => one.organisationId === organisationId))
    throw new NotFound();
  return { ...revision, organisationId };
}
