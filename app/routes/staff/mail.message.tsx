import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { getMail } from "~/notifications/outbox/queries.server";
import { MailPage } from "~/notifications/pages/outbox";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { problemIn } from "~/routes/act";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "notifications", (t) => t("outbox.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "mail.read");
  const lang = languageOf(args.params);
  const view = await answerPage(() => getMail(actor, args.params.id ?? "", lang));
  return { view, problem: problemIn(args.request) };
}

export default function MailMessage() {
  return <MailPage {...useLoaderData<typeof loader>()} />;
}
