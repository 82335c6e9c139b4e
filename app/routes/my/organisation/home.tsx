import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { revisionsAsked } from "~/due-diligence/questions/queries.server";
import { NoOrganisationPage, OrganisationHomePage } from "~/organisations/pages/home";
import { getOwnRequests } from "~/organisations/people/queries.server";
import { getOrganisationHome } from "~/organisations/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { PledgesSummarySection } from "~/pledges/following/components/pledges-summary";
import { getMyPledgesSummary } from "~/pledges/following/list/queries.server";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("home.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  return await answerPage(async () => {
    const view = await getOrganisationHome(actor, lang);
    const organisationId = actor.activeOrganisationId;
    if (!view || !organisationId) return { view: null, open: await getOwnRequests(actor, lang), pledges: null };
    const asked = await revisionsAsked(actor, organisationId);
    return { view, open: [], pledges: await getMyPledgesSummary(actor, organisationId, lang, asked) };
  });
}

export default function OrganisationHome() {
  const { view, open, pledges } = useLoaderData<typeof loader>();
  if (!view) return <NoOrganisationPage open={open} />;
  return <OrganisationHomePage view={view} needs={pledges.needs} pledges={<PledgesSummarySection view={pledges} />} />;
}
