import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/access/guard.server";
import { address } from "~/addresses";
import { getQuestions, revisionsAsked } from "~/due-diligence/questions/queries.server";
import { NoOrganisationPage, OrganisationHomePage } from "~/organisations/pages/home";
import { getOwnRequests } from "~/organisations/people/queries.server";
import { getOrganisationHome } from "~/organisations/queries.server";
import { answerPage } from "~/platform/form.server";
import { languageOf } from "~/platform/i18n/languages";
import { useT } from "~/platform/i18n/react";
import { Conversation } from "~/pledges/components/questions";
import { PledgesSummarySection } from "~/pledges/following/components/pledges-summary";
import { getMyPledgesSummary } from "~/pledges/following/list/queries.server";
import { getReportNeeds } from "~/progress/writing/queries.server";
import { pageTitle } from "~/routes/page-title";
import { Section } from "~/ui/page-parts";

export const meta: MetaFunction = ({ params }) => pageTitle(params, "organisations", (t) => t("home.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePermission(args, "organisation.ask_to_join");
  const lang = languageOf(args.params);
  return await answerPage(async () => {
    const view = await getOrganisationHome(actor, lang);
    const organisationId = actor.activeOrganisationId;
    if (!view || !organisationId) return { view: null, open: await getOwnRequests(actor, lang) };
    const asked = await revisionsAsked(actor, organisationId);
    return {
      view,
      reports: await getReportNeeds(actor, lang),
      pledges: await getMyPledgesSummary(actor, organisationId, lang, asked),
      conversation: {
        questions: await getQuestions(actor, { organisationId }, lang),
        action: address.myOrganisationPart(lang, "answer"),
        receiptKey: crypto.randomUUID(),
      },
    };
  });
}

export default function OrganisationHome() {
  const t = useT("pledges");
  const home = useLoaderData<typeof loader>();
  if (!home.view) return <NoOrganisationPage open={home.open} />;
  const { view, pledges, reports, conversation } = home;
  return (
    <OrganisationHomePage
      view={view}
      needs={[...pledges.needs, ...reports]}
      pledges={
        <>
          {conversation.questions.messages.length > 0 && (
            <Section id="questions" title={t("questions.title")}>
              <Conversation {...conversation} />
            </Section>
          )}
          <PledgesSummarySection view={pledges} />
        </>
      }
    />
  );
}
