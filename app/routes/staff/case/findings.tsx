import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { recordFinding } from "~/due-diligence/commands.server";
import { findingSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.record_finding");
  return await answerCase(args, actor, "findings", findingSchema, recordFinding);
}
