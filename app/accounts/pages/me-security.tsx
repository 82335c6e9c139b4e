import { useForm } from "@conform-to/react";
import type * as z from "zod";
import type { FormAnswer } from "~/platform/form.server";
import { useT } from "~/platform/i18n/react";
import { DataTable } from "~/ui/data-table";
import { Checkbox } from "~/ui/form/choice-fields";
import { Actions, Form, HiddenField } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { PASSWORD_MIN } from "../password/model";
import type { SessionsView } from "../profile/queries.server";
import type { changePasswordSchema, deletionSchema, newEmailSchema } from "../schema";
import { PartHead } from "./me-profile";

export function ChangePasswordPage({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof changePasswordSchema>>({ id: "password", lastResult: answer?.form });
  const labels = { current: t("field.current"), password: t("field.new_password"), again: t("field.again") };
  return (
    <div className="stack">
      <PartHead title={t("me.password")} lead={t("me.password_lead")} />
      <Form form={form} labels={labels}>
        <TextField field={fields.current} type="password" label={labels.current} autoComplete="current-password" />
        <TextField
          field={fields.password}
          type="password"
          label={labels.password}
          hint={t("field.password_hint", { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <TextField field={fields.again} type="password" label={labels.again} autoComplete="new-password" />
        <Actions>
          <SubmitButton>{t("me.password_button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

export function ChangeEmailPage({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof newEmailSchema>>({ id: "email", lastResult: answer?.form });
  const labels = { email: t("field.new_email"), password: t("field.current") };
  return (
    <div className="stack">
      <PartHead title={t("me.email")} lead={t("me.email_lead")} />
      <Form form={form} labels={labels}>
        <TextField field={fields.email} type="email" label={labels.email} autoComplete="email" />
        <TextField field={fields.password} type="password" label={labels.password} autoComplete="current-password" />
        <Actions>
          <SubmitButton>{t("me.email_button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

/** A link of a mail, opened: one sentence and the button that does it. */
export function EmailLinkPage({ kind, answer }: { kind: "confirm" | "undo"; answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form] = useForm({ id: "email-link", lastResult: answer?.form });
  return (
    <div className="stack">
      <PartHead title={t(`me.email_${kind}_title`)} lead={t(`me.email_${kind}_text`)} />
      <Form form={form}>
        <Actions>
          <SubmitButton>{t(`me.email_${kind}_button`)}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}

export function SessionsPage({ view }: { view: SessionsView }) {
  const t = useT("accounts");
  const others = view.sessions.some(({ present }) => !present);
  return (
    <div className="stack">
      <PartHead title={t("me.sessions")} />
      <DataTable
        caption={t("me.sessions")}
        hideCaption
        columns={[
          { label: t("me.sessions_device") },
          { label: t("me.sessions_since") },
          { label: t("me.sessions_seen") },
          { label: t("me.sessions_end"), quiet: true },
        ]}
        rows={view.sessions.map(({ id, device, since, seen, present }) => ({
          key: id,
          cells: [
            <bdi key="device">{device ?? t("me.sessions_unknown")}</bdi>,
            since,
            seen,
            present ? t("me.sessions_this") : <EndSession key="end" session={id} label={t("me.sessions_end")} />,
          ],
        }))}
      />
      {others && (
        <Form>
          <Actions>
            <SubmitButton second>{t("me.sessions_end_all")}</SubmitButton>
          </Actions>
        </Form>
      )}
    </div>
  );
}

function EndSession({ session, label }: { session: string; label: string }) {
  return (
    <Form wide>
      <HiddenField name="session" value={session} />
      <SubmitButton small second>
        {label}
      </SubmitButton>
    </Form>
  );
}

export function DeletionPage({ answer }: { answer?: FormAnswer }) {
  const t = useT("accounts");
  const [form, fields] = useForm<z.input<typeof deletionSchema>>({ id: "deletion", lastResult: answer?.form });
  const labels = { password: t("field.current"), sure: t("field.sure") };
  return (
    <div className="stack">
      <PartHead title={t("me.deletion")} lead={t("me.deletion_lead")} />
      <Form form={form} labels={labels}>
        <TextField field={fields.password} type="password" label={labels.password} autoComplete="current-password" />
        <Checkbox field={fields.sure} label={labels.sure} />
        <Actions>
          <SubmitButton>{t("me.deletion_button")}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}
