import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { getDocumentFile } from "~/organisations/queries.server";
import { answerPage } from "~/platform/form.server";
import { fileAnswer } from "~/routes/file-answer";
import { recordId } from "~/routes/record-id";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.read_own");
  return fileAnswer(await answerPage(() => getDocumentFile(actor, recordId(args.params.id))));
}
