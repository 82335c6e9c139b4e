import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/access/guard.server";
import { getMyData } from "~/accounts/profile/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "account.read_own");
  languageOf(args.params);
  const data = await answerPage(() => getMyData(actor));
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": 'attachment; filename="partner2connect-my-data.json"',
  };
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers });
}
