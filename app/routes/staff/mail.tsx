import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { listMails, mailStates } from "~/notifications/outbox/queries.server";
import { OutboxPage } from "~/notifications/pages/outbox";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "notifications", (t) => t("outbox.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "mail.read");
  const search = new URL(args.request.url).searchParams;
  const state = mailStates.find((one) => one === search.get("state")) ?? null;
  const asked = { q: search.get("q") ?? "", state, page: Number(search.get("page")) || 1 };
  return await listMails(actor, asked, languageOf(args.params));
}

export default function Mail() {
  return <OutboxPage view={useLoaderData<typeof loader>()} />;
}
