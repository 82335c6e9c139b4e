import type { Tx } from "~/platform/db/client.server";
import { reachable } from "./model";

/** Leads who can be reached: a suspended or deleted account answers nobody. */
export const leadCount = (tx: Tx, organisationId: string, exceptAccountId?: string): Promise<number> =>
  tx.membership.count({ where: { organisationId, role: "lead", ...reachable, NOT: { accountId: exceptAccountId } } });
