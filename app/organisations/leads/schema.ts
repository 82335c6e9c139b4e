import * as z from "zod";
import { emailField } from "~/accounts/schema";
import { lines } from "~/platform/text";

export const appointmentSchema = z.object({
  email: emailField,
  /** Which letter it was, and where it is kept. */
  evidence: lines(2000).pipe(z.string().min(10)),
});
export type Appointment = z.output<typeof appointmentSchema>;
