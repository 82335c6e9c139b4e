import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { PersonPage } from "~/accounts/pages/person";
import { getPerson } from "~/accounts/staff/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { problemIn } from "~/routes/act";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction<typeof loader> = ({ params, data }) =>
  pageTitle(params, "accounts", (t) => data?.view.name ?? t("people.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "account.list");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getPerson(actor, args.params.id ?? "", lang));
  return { view, problem: problemIn(args.request) };
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />;
}
