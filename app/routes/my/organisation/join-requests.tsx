import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { JoinRequestsPage } from "~/organisations/people/pages/join-requests";
import { getJoinRequests } from "~/organisations/people/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("join.requests_title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.answer_join_request");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await getJoinRequests(actor, lang) }));
}

export default function JoinRequests() {
  return <JoinRequestsPage {...useLoaderData<typeof loader>()} />;
}
