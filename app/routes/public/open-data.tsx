import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { OpenDataPage } from "~/compendium/pages/open-data";
import { languageOf } from "~/platform/i18n/languages";
import { describedPage } from "~/routes/page-title";

/** `/:lang/open-data`, and `/api` in English. */
export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  if (args.params.lang !== undefined) languageOf(args.params);
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ params }) =>
  describedPage(params, "compendium", (t) => ({ title: t("api.title"), description: t("api.lead") }));

export default function OpenData() {
  return <OpenDataPage />;
}
