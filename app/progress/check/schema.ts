import * as z from "zod";
import { lines } from "~/platform/text";

/** What a member of staff does with a report; `reason` is the question that the organisation is asked. */
export const checkSchema = z.object({
  act: z.enum(["take", "ask", "agree", "accept"]),
  reason: lines(3000).optional(),
  version: z.number().int(),
});
export type CheckInput = z.output<typeof checkSchema>;
