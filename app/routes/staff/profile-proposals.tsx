import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ProposalsPage } from "~/organisations/profile/pages/proposals";
import { listProposals } from "~/organisations/profile/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "profiles", (t) => t("staff.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.accept_profile");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await listProposals(actor, lang) }));
}

export default function ProfileProposals() {
  return <ProposalsPage {...useLoaderData<typeof loader>()} />;
}
