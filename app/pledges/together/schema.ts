import * as z from "zod";
import { msg } from "~/platform/i18n/message";
import { oneLine, prose, statedAmount, statedMoney } from "../entry/schema";

const row = z
  .object({ key: z.uuid().optional(), name: oneLine(200).optional(), ...statedAmount })
  .transform(({ key, name, amount, currency }, check) => {
    // A currency alone says nothing: the row was only begun.
    if (!name && !amount) return null;
    if (!name) {
      check.addIssue({ code: "custom", path: ["name"], message: msg("error.required") });
      return z.NEVER;
    }
    const money = statedMoney({ amount, currency }, check);
    return money ? { key, name, ...money } : z.NEVER;
  });

/** Who pledges together with the lead pledger, each with its own amount (R20). A row in which nothing was written is no row. */
export const partRows = z
  .array(row)
  .max(20)
  .default([])
  .transform((rows) => rows.flatMap((one) => one ?? []));

export type PartRow = z.output<typeof partRows>[number];

/** What an asked organisation answers; to decline and to withdraw need a reason, which the lead pledger reads. */
export const partAnswerSchema = z
  .object({
    version: z.coerce.number().int().min(0),
    move: z.enum(["confirm", "decline", "withdraw"]),
    reason: prose(2000).optional(),
  })
  .refine(({ move, reason }) => move === "confirm" || reason, { path: ["reason"], error: msg("error.required") });
