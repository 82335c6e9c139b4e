import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { sendBack } from "~/due-diligence/decisions/commands.server";
import { returnSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.send_back");
  return await answerCase(args, actor, "return", returnSchema, sendBack);
}
