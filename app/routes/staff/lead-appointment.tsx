import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { appointLead } from "~/organisations/leads/commands.server";
import { AppointmentPage } from "~/organisations/leads/pages/appointment";
import { getAppointment } from "~/organisations/leads/queries.server";
import { appointmentSchema } from "~/organisations/leads/schema";
import { answerForm, answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { pageTitle } from "~/routes/page-title";
import { recordId } from "~/routes/record-id";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "people", (t) => t("appointment.open"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.appoint_lead");
  languageOf(args.params);
  return await answerPage(async () => ({
    view: await getAppointment(actor, recordId(args.params.id)),
    receiptKey: crypto.randomUUID(),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePermission(args, "organisation.appoint_lead");
  const lang = languageOf(args.params);
  return await answerForm(args.request, appointmentSchema, async (values, receipt) => {
    await appointLead(actor, recordId(args.params.id), values, receipt);
    return redirect(address.coalition(lang));
  });
}

export default function LeadAppointment() {
  return <AppointmentPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
