import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { decide } from "~/due-diligence/decisions/commands.server";
import { decisionSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.decide");
  return await answerCase(args, actor, "decision", decisionSchema, decide);
}
