import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { sendMessage } from "~/due-diligence/questions/commands.server";
import { messageSchema } from "~/due-diligence/schema";
import { answerCase } from "~/routes/case-act.server";

export { default, loader, meta } from "~/routes/staff/case";

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "case.message");
  return await answerCase(args, actor, "messages", messageSchema, sendMessage);
}
