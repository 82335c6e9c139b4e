import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { revisionsAsked } from "~/due-diligence/questions/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { MyPledgesPage } from "~/pledges/following/list/pages/my-pledges";
import { getMyPledges } from "~/pledges/following/list/queries.server";
import { viewOf } from "~/pledges/following/model";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "my-pledges", (t) => t("title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  const organisationId = actor.activeOrganisationId;
  // Somebody without an organisation finds there how to register or join one.
  if (!organisationId) throw redirect(address.myOrganisation(lang));
  const search = new URL(args.request.url).searchParams;
  const shown = { view: viewOf(search.get("view")), page: Number(search.get("page")) || 1 };
  return {
    view: await answerPage(async () => {
      const asked = await revisionsAsked(actor, organisationId);
      return getMyPledges(actor, organisationId, { ...shown, asked }, lang);
    }),
    deleted: search.get("done") === "deleted",
  };
}

export default function MyPledges() {
  return <MyPledgesPage {...useLoaderData<typeof loader>()} />;
}
