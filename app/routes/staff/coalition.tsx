import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { CoalitionPage } from "~/organisations/coalition/pages/coalition";
import { getCoalition } from "~/organisations/coalition/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("coalition.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "participation.read");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({ view: await getCoalition(actor, lang) }));
}

export default function Coalition() {
  return <CoalitionPage {...useLoaderData<typeof loader>()} />;
}
