import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { ParticipationPage } from "~/organisations/coalition/pages/participation";
import { getParticipation } from "~/organisations/coalition/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("coalition.application"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "participation.read");
  const lang = languageOf(args.params);
  return await answerPage(async () => ({
    view: await getParticipation(actor, recordId(args.params.id), lang),
    receiptKey: crypto.randomUUID(),
  }));
}

export default function Participation() {
  return <ParticipationPage {...useLoaderData<typeof loader>()} />;
}
