import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { StateTag, type Tone } from "~/ui/tags";
import type { InvitationStanding } from "../model";

export interface InvitationRow {
  id: string;
  email: string;
  role: string;
  by: string;
  standing: InvitationStanding;
  state: string;
  resendHref: string | null;
  revokeHref: string | null;
}

const tones: Record<InvitationStanding, Tone> = {
  sent: "half",
  accepted: "done",
  declined: "quiet",
  revoked: "quiet",
  expired: "due",
};

/** Who was invited, by whom, and what came of it. */
export function InvitationList({ rows }: { rows: InvitationRow[] }) {
  const t = useT("invitations");
  const organisations = useT("organisations");
  return (
    <DataTable
      caption={t("list.title")}
      hideCaption
      columns={[
        { label: t("list.address") },
        { label: organisations("people.role") },
        { label: t("list.state") },
        { label: organisations("people.actions"), quiet: true },
      ]}
      rows={rows.map((one) => ({
        key: one.id,
        cells: [
          <span key="address">
            <bdi dir="ltr">{one.email}</bdi>
            <br />
            <span className="quiet small">{t("list.by", { name: one.by })}</span>
          </span>,
          one.role,
          <StateTag key="state" tone={tones[one.standing]}>
            {one.state}
          </StateTag>,
          <span key="acts" className="row">
            {one.resendHref && (
              <Form action={one.resendHref} label={t("list.resend_to", { email: one.email })}>
                <SubmitButton small second>
                  {t("list.resend")}
                </SubmitButton>
              </Form>
            )}
            {one.revokeHref && (
              <Form action={one.revokeHref} label={t("list.revoke_of", { email: one.email })}>
                <SubmitButton small second>
                  {t("list.revoke")}
                </SubmitButton>
              </Form>
            )}
          </span>,
        ],
      }))}
    />
  );
}
