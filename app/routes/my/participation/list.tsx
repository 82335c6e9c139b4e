import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { MyParticipationPage } from "~/organisations/participation/pages/my-participation";
import { getMyParticipation } from "~/organisations/participation/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("participation.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.read_own");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await getMyParticipation(actor, lang) }));
}

export default function MyParticipation() {
  return <MyParticipationPage {...useLoaderData<typeof loader>()} />;
}
