import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { answerControversy } from "~/due-diligence/controversies/commands.server";
import { controversyAnswerSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.record_controversy");
  return await answerCase(args, actor, "controversy-answer", controversyAnswerSchema, answerControversy);
}
