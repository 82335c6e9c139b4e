import { address } from "~/addresses";
import { useLang, useT } from "~/platform/i18n/react";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { Notice } from "~/ui/notice";
import type { ProfileValues } from "../model";
import { type ComparedField, Comparison } from "./comparison";

/** The organisation's own proposal: what waits, or why the last one was not accepted. */
export interface OwnProposal {
  waiting: { version: number; day: string; rows: ComparedField[]; values: ProfileValues } | null;
  refused: { day: string; reason: string } | null;
}

/** What waits for a member of staff, and a way to take it back; or why the last proposal was not accepted. */
export function OwnProposalNotice({ proposal }: { proposal: OwnProposal }) {
  const t = useT("profiles");
  const { lang } = useLang();
  const { waiting, refused } = proposal;
  if (waiting)
    return (
      <section className="stack" aria-labelledby="waiting">
        <Notice title={<span id="waiting">{t("waiting.title", { date: waiting.day })}</span>}>
          {t("waiting.text")}
        </Notice>
        <Comparison rows={waiting.rows} />
        <Form action={address.myOrganisationPart(lang, "profile-withdrawal")} wide label={t("waiting.take_back")}>
          <SubmitButton second small>
            {t("waiting.take_back")}
          </SubmitButton>
        </Form>
      </section>
    );
  if (!refused) return null;
  return (
    <Notice tone="due" title={t("refused.title", { date: refused.day })}>
      <p dir="auto">{refused.reason}</p>
    </Notice>
  );
}
