import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { can } from "~/access/policy";
import { address } from "~/addresses";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pledgeViews } from "~/pledges/overview/model";
import { listMyPledges } from "~/pledges/overview/queries.server";
import { MyPledgesPage } from "~/pledges/pages/my-pledges";
import { isCode } from "~/reference/codes";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "pledges", (t) => t("my.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.register");
  const lang = languageOf(args.params);
  const organisation = actor.memberships.find((one) => one.organisationId === actor.activeOrganisationId);
  // Pledges are made by organisations: without one, the way leads to the organisation's page.
  if (!organisation) throw redirect(address.myOrganisation(lang));
  const show = new URL(args.request.url).searchParams.get("show");
  const filter = isCode(pledgeViews, show) ? show : "all";
  const { organisationId, organisationName } = organisation;
  return {
    organisation: organisationName,
    filter,
    lines: await answerPage(() => listMyPledges(actor, organisationId, lang, filter)),
    mayDraft: can(actor, "pledge.draft", { organisationId }),
  };
}

export default function MyPledges() {
  return <MyPledgesPage view={useLoaderData<typeof loader>()} />;
}
