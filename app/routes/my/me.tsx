import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { type Done, MePage } from "~/accounts/pages/me";
import { getMe } from "~/accounts/profile/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "accounts", (t) => t("me.title"));

const happened = ["changed", "email_sent", "email_confirmed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "account.read_own");
  const view = await getMe(actor, languageOf(args.params));
  const said = new URL(args.request.url).searchParams.get("done");
  const done: Done = happened.find((one) => one === said) ?? null;
  return { view, done };
}

export default function Me() {
  return <MePage {...useLoaderData<typeof loader>()} />;
}
