import { redirect } from "@remix-run/node";
import type * as z from "zod";
import type { Person } from "~/access/actor";
import type { RouteArgs } from "~/access/guard.server";
import { address } from "~/addresses";
import { type CaseAct, partOf } from "~/due-diligence/case/acts/model";
import type { OnCase } from "~/due-diligence/commands.server";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { recordId } from "~/routes/record-id";

/** One act on a case, sent by its form; then back to the part of the case where it happened. Whoever steps aside leaves the case. */
export function answerCase<Schema extends z.ZodType>(
  args: RouteArgs,
  actor: Person,
  act: CaseAct,
  schema: Schema,
  run: (on: OnCase, values: z.output<Schema>) => Promise<unknown>,
) {
  const lang = languageOf(args.params);
  const caseId = recordId(args.params.id);
  return answerForm(args.request, schema, async (values, receipt) => {
    await run({ actor, caseId, receipt }, values);
    if (act === "conflict") return redirect(address.queue(lang, "?done=conflict"));
    return redirect(address.case(lang, caseId, `?part=${partOf[act]}&done=${act}`));
  });
}
