import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { recordControversy } from "~/due-diligence/controversies/commands.server";
import { controversySchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.record_controversy");
  return await answerCase(args, actor, "controversies", controversySchema, recordControversy);
}
