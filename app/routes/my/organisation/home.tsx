import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { NoOrganisationPage, OrganisationHomePage } from "~/organisations/pages/home";
import { getOwnRequests } from "~/organisations/people/queries.server";
import { getOrganisationHome } from "~/organisations/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("home.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  return await answerPage(async () => {
    const view = await getOrganisationHome(actor, lang);
    return view ? { view, open: [] } : { view: null, open: await getOwnRequests(actor, lang) };
  });
}

export default function OrganisationHome() {
  const { view, open } = useLoaderData<typeof loader>();
  return view ? <OrganisationHomePage view={view} /> : <NoOrganisationPage open={open} />;
}
