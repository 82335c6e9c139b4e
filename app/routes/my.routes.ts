import { route } from "@remix-run/route-config";

/** Ways in, and a person's own account. */
const accounts = [
  route(":lang/join", "routes/my/join.tsx"),
  route(":lang/join/confirmation/:token", "routes/my/confirmation.tsx"),
  route(":lang/sign-in", "routes/my/sign-in.tsx"),
  route(":lang/sign-in/forgotten", "routes/my/forgotten.tsx"),
  route(":lang/sign-in/reset/:token", "routes/my/reset.tsx"),
  route(":lang/sign-in/second-factor", "routes/my/second-factor.tsx"),
  route(":lang/me", "routes/my/me.tsx"),
  route(":lang/me/language", "routes/my/me.language.tsx"),
  route(":lang/me/organisation", "routes/my/me.organisation.tsx"),
  route(":lang/me/email", "routes/my/me.email.tsx"),
  route(":lang/me/email/confirmation/:token", "routes/my/me.email-confirmation.tsx"),
  route(":lang/me/email/undo/:token", "routes/my/me.email-undo.tsx"),
  route(":lang/me/password", "routes/my/me.password.tsx"),
  route(":lang/me/sessions", "routes/my/me.sessions.tsx"),
  route(":lang/me/second-factor", "routes/my/me.second-factor.tsx"),
  route(":lang/me/recovery-codes", "routes/my/me.recovery-codes.tsx"),
  route(":lang/me/data", "routes/my/me.data.ts"),
  route(":lang/me/terms", "routes/my/me.terms.ts"),
  route(":lang/me/deletion", "routes/my/me.deletion.tsx"),
  route(":lang/sign-out", "routes/my/sign-out.ts"),
  route(":lang/invitation/:token", "routes/my/invitation/accept.tsx"),
  route(":lang/invitation/:token/account", "routes/my/invitation/account.tsx"),
  route(":lang/invitation/:token/refusal", "routes/my/invitation/refusal.ts"),
];

const part = ":lang/my/organisation";
const folder = "routes/my/organisation";

/** An organisation's own pages, its people, its participation. */
const organisations = [
  route(part, `${folder}/home.tsx`),
  route(`${part}/registration`, `${folder}/registration.tsx`),
  route(`${part}/details`, `${folder}/details.tsx`),
  route(`${part}/documents`, `${folder}/documents.tsx`),
  route(`${part}/documents/:id`, `${folder}/document.ts`),
  route(`${part}/key-people`, `${folder}/key-people.tsx`),
  route(`${part}/key-people/:id/removal`, `${folder}/key-person-removal.tsx`),
  route(`${part}/resubmission`, `${folder}/resubmission.tsx`),
  route(`${part}/appeal`, `${folder}/appeal.tsx`),
  route(`${part}/answer`, `${folder}/answer.tsx`),
  route(`${part}/people`, `${folder}/people.tsx`),
  route(`${part}/people/:id`, `${folder}/member-role.tsx`),
  route(`${part}/people/:id/end`, `${folder}/member-end.tsx`),
  route(`${part}/invitations`, `${folder}/invite.tsx`),
  route(`${part}/invitations/:id/resending`, `${folder}/invitation-resending.ts`),
  route(`${part}/invitations/:id/revocation`, `${folder}/invitation-revocation.ts`),
  route(`${part}/join-requests`, `${folder}/join-requests.tsx`),
  route(`${part}/join-requests/:id`, `${folder}/join-request.tsx`),
  route(`${part}/join/:id`, `${folder}/ask-to-join.tsx`),
  route(":lang/my/participation", "routes/my/participation/list.tsx"),
  route(":lang/my/participation/application", "routes/my/participation/application.tsx"),
  route(":lang/my/participation/:id/end", "routes/my/participation/end.tsx"),
];

/** An organisation's pledges: the list, the wizard, one address for each act. */
const pledges = [
  route(":lang/my/pledges", "routes/my/pledges.tsx"),
  route(":lang/my/pledges/new", "routes/my/new-pledge.tsx"),
  route(":lang/my/pledges/:id", "routes/my/pledge.tsx"),
  route(":lang/my/pledges/:id/check", "routes/my/pledge-check.tsx"),
  route(":lang/my/pledges/:id/preview", "routes/my/pledge-preview.tsx"),
  route(":lang/my/pledges/:id/sign-off", "routes/my/pledge-sign-off.tsx"),
  route(":lang/my/pledges/:id/draft", "routes/my/pledge-draft.tsx"),
  route(":lang/my/pledges/:id/submission", "routes/my/pledge-submission.tsx"),
  route(":lang/my/pledges/:id/withdrawal", "routes/my/pledge-withdrawal.tsx"),
  route(":lang/my/pledges/:id/deletion", "routes/my/pledge-deletion.tsx"),
  route(":lang/my/pledges/:id/appeal", "routes/my/pledge-appeal.tsx"),
  route(":lang/my/pledges/:id/revision", "routes/my/pledge-revision.tsx"),
  route(":lang/my/pledges/:id/answer", "routes/my/pledge-answer.tsx"),
  route(":lang/my/pledges/:id/autosave", "routes/my/pledge-autosave.ts"),
  route(":lang/my/pledges/:id/translations", "routes/my/pledge-translations.tsx"),
  route(":lang/my/parts/:id", "routes/my/part.tsx"),
  route(":lang/my/pledges/:id/:step", "routes/my/pledge-step.tsx"),
];

/** Accounts, and the pages of people who act for an organisation. */
export const myRoutes = [...accounts, ...organisations, ...pledges];
