import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { PeoplePage } from "~/organisations/people/pages/people";
import { getPeople } from "~/organisations/people/queries.server";
import { env } from "~/platform/env";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { problemIn } from "~/routes/act";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("people.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.read_own");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getPeople(actor, lang),
    origin: env.APP_URL,
    problem: problemIn(args.request),
  }));
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
