import { pledgeJobs } from "~/pledges/jobs.server";

/** Every job by its name: the payload as it was enqueued, checked by the job itself. Running one twice must change nothing. */
export const jobs: Record<string, (payload: unknown) => Promise<void>> = { ...pledgeJobs };
