import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { takeCase } from "~/due-diligence/commands.server";
import { versionSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.take");
  return await answerCase(args, actor, "take", versionSchema, takeCase);
}
