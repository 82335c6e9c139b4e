import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { languageOf } from "~/platform/i18n/languages";
import { StaffTranslationsPage } from "~/pledges/translations/pages/staff-translations";
import { getWaitingTranslations } from "~/pledges/translations/queries.server";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "translations", (t) => t("staff.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "translation.list");
  return {
    view: await getWaitingTranslations(actor, languageOf(args.params)),
    receiptKey: crypto.randomUUID(),
    accepted: new URL(args.request.url).searchParams.get("done") === "accepted",
  };
}

export default function Translations() {
  return <StaffTranslationsPage {...useLoaderData<typeof loader>()} />;
}
