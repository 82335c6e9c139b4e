import type { Task } from "~/platform/jobs.server";
import { writeAccountMail } from "./account-mail/jobs.server";
import { deliverEvent } from "./event-mail/jobs.server";
import { writeInvitationMail } from "./invitation-mail/jobs.server";
import { sendOne } from "./outbox/jobs.server";

export const notificationJobs: Record<string, Task> = {
  account_mail: writeAccountMail,
  deliver_event: deliverEvent,
  invitation_mail: writeInvitationMail,
  send_mail: sendOne,
};
