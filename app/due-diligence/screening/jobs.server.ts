import { screenWaitingJob } from "./projections.server";
import { screenWaiting } from "./runs/commands.server";

/** The jobs of this feature by name; `server` gives them to the worker. */
export const screeningJobs = { [screenWaitingJob]: screenWaiting };

/** Goes on within five minutes where a run was cut off. */
export const screeningSchedule = `*/5 * * * * ${screenWaitingJob} ?max=1`;
