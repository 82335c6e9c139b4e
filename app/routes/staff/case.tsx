import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { type CaseAct, caseActs, partOf } from "~/due-diligence/case/acts/model";
import { caseParts } from "~/due-diligence/case/parts/model";
import { getCase } from "~/due-diligence/case/queries.server";
import { CasePage } from "~/due-diligence/pages/case-page";
import { answerPage, type FormAnswer } from "~/platform/form.server";
import { isLanguage, languageOf } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const t = getT(isLanguage(params.lang) ? params.lang : "en", "due-diligence");
  return [{ title: `${data?.title.text ?? t("queue_title")} · Partner2Connect` }];
};

/** The act whose form was sent to this address, if any. */
const actOf = (pathname: string): CaseAct | undefined => caseActs.find((act) => pathname.endsWith(`/${act}`));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "case.read");
  const lang = languageOf(args.params);
  const { pathname, searchParams } = new URL(args.request.url);
  const act = actOf(pathname);
  const part = act ? partOf[act] : (caseParts.find((one) => one === searchParams.get("part")) ?? "checks");
  const done = caseActs.find((one) => one === searchParams.get("done"));
  return await answerPage(() => getCase(actor, recordId(args.params.id), lang, { part, done }));
}

/** The case; every act's address shows it again with what was typed and what to mend. */
export default function Case() {
  const act = actOf(useLocation().pathname);
  const data = useActionData<FormAnswer>();
  return <CasePage view={useLoaderData<typeof loader>()} answer={act && data && { act, form: data.form }} />;
}
