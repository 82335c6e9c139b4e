import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { registerOrganisation } from "~/organisations/registration/commands.server";
import { RegistrationPage } from "~/organisations/registration/pages/registration";
import { type SimilarOrganisation, similarOrganisations } from "~/organisations/registration/queries.server";
import { registrationSchema } from "~/organisations/registration/schema";
import { Invalid } from "~/platform/errors";
import { answerForm } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("registration.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "organisation.register");
  languageOf(args.params);
  return { receiptKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.register");
  const lang = languageOf(args.params);
  let similar: SimilarOrganisation[] = [];
  const answer = await answerForm(args.request, registrationSchema, async (values, receipt) => {
    try {
      await registerOrganisation(actor, values, receipt);
    } catch (error) {
      // The question about likely duplicates is asked only when there are some.
      if (error instanceof Invalid && error.fields.similarAnswer)
        similar = await similarOrganisations({ ...values, email: actor.email });
      throw error;
    }
    return redirect(address.myOrganisation(lang));
  });
  return answer instanceof Response ? answer : data({ ...answer.data, similar }, answer.init ?? undefined);
}

export default function Registration() {
  return <RegistrationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
