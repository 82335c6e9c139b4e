import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { recommend } from "~/due-diligence/decisions/commands.server";
import { recommendationSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.recommend");
  return await answerCase(args, actor, "recommendation", recommendationSchema, recommend);
}
