import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { requestChanges } from "~/due-diligence/commands.server";
import { changesSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.request_changes");
  return await answerCase(args, actor, "changes", changesSchema, requestChanges);
}
