import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { doneWords, MyPledgePage } from "~/pledges/following/pages/my-pledge";
import { getMyPledge } from "~/pledges/following/queries.server";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("pledge"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "pledge.read_own");
  const lang = languageOf(args.params);
  const said = new URL(args.request.url).searchParams.get("done");
  return {
    view: await answerPage(() => getMyPledge(actor, recordId(args.params.id), lang)),
    done: doneWords.find((word) => word === said),
  };
}

export default function MyPledge() {
  return <MyPledgePage {...useLoaderData<typeof loader>()} threads={null} receiptKeys={[]} />;
}
