import { accountJobs } from "~/accounts/jobs.server";
import { anchorTrail } from "~/audit/verify.server";
import { notificationJobs } from "~/notifications/jobs.server";
import type { Task } from "~/platform/jobs.server";
import { pledgeJobs } from "~/pledges/jobs.server";
import { partJobs } from "~/pledges/together/jobs.server";
import { anchorFile } from "./connect";

/** Every job by its name: the payload as it was enqueued, checked by the job itself. Running one twice must change nothing. */
export const jobs: Record<string, Task> = {
  ...accountJobs,
  ...notificationJobs,
  ...pledgeJobs,
  ...partJobs,
  anchor_trail: () => anchorTrail(anchorFile()),
};

/** What is done at fixed times (UTC), in graphile-worker's form. */
export const crontab = [
  "17 3 * * * sweep_accounts ?max=5",
  "27 3 * * * expire_parts ?max=5",
  "*/10 * * * * anchor_trail ?max=1",
].join("\n");
