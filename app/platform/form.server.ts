import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import * as z from "zod";
import { Conflict, Invalid, NotFound, Refused, TooMany } from "./errors";
import { msg } from "./i18n/message";

/** The hidden field with a form's idempotency key (E10). */
export const receiptField = "_key";

// Plain words for what zod itself finds; schemas name their own messages only where these do not say enough.
z.config({
  customError: (issue) => {
    if (issue.code === "invalid_type") {
      if (issue.input === undefined || issue.input === null || issue.input === "") return msg("error.required");
      return msg(
        issue.expected === "number" || issue.expected === "bigint" ? "error.invalid_number" : "error.invalid_choice",
      );
    }
    if (issue.code === "invalid_value") return msg(issue.input ? "error.invalid_choice" : "error.required");
    if (issue.code === "too_big")
      return issue.origin === "string"
        ? msg("error.too_long", { max: Number(issue.maximum) })
        : msg("error.too_big", { max: Number(issue.maximum) });
    if (issue.code === "too_small") {
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1
          ? msg("error.required")
          : msg("error.too_short", { min: Number(issue.minimum) });
      return issue.origin === "array" ? msg("error.required") : msg("error.too_small", { min: Number(issue.minimum) });
    }
    if (issue.code === "invalid_format") {
      if (issue.format === "email") return msg("error.invalid_email");
      if (issue.format === "url") return msg("error.invalid_url");
      return msg("error.invalid");
    }
    return msg("error.invalid_choice");
  },
});

export interface FormReceipt {
  key: string;
  bodyHash: string;
}

/** What a page gets back when its form could not be accepted: what was typed, and what to mend. */
export interface FormAnswer {
  form: SubmissionResult<string[]>;
}

/** Hash of the fields as typed; files count by name and size. */
async function hashOf(body: FormData): Promise<string> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  for (const [name, value] of body)
    if (name !== receiptField)
      hash.update(`${name}\u0000${typeof value === "string" ? value : `${value.name}:${value.size}`}\u0000`);
  return hash.digest("hex");
}

/**
 * The one form idiom, server side: parses the body by `schema`, runs `work`, and answers. What cannot be accepted comes back with status
 * 422 (input), 409 (somebody was faster) or 429, with everything that was typed. `work` returns a redirect.
 */
export async function answerForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  work: (values: z.output<Schema>, receipt: FormReceipt | null) => Promise<Response>,
) {
  const body = await request.formData();
  const submission = await parseWithZod(body, { schema, async: true });
  if (submission.status !== "success")
    return data<FormAnswer>({ form: submission.reply() }, { status: submission.error ? 422 : 200 });
  const key = z.uuid().safeParse(body.get(receiptField));
  const receipt = key.success ? { key: key.data, bodyHash: await hashOf(body) } : null;
  try {
    return await work(submission.value as z.output<Schema>, receipt);
  } catch (error) {
    if (error instanceof Invalid) {
      const { "": formErrors, ...fieldErrors } = error.fields;
      return data<FormAnswer>({ form: submission.reply({ formErrors, fieldErrors }) }, { status: 422 });
    }
    if (error instanceof Conflict)
      return data<FormAnswer>({ form: submission.reply({ formErrors: [error.key] }) }, { status: 409 });
    if (error instanceof TooMany)
      return data<FormAnswer>(
        {
          form: submission.reply({
            formErrors: [msg(error.key, { minutes: Math.ceil(error.retryAfter / 60) })],
          }),
        },
        { status: 429, headers: { "Retry-After": String(error.retryAfter) } },
      );
    throw asResponse(error);
  }
}

/** A refusal as an HTTP answer; anything else as it is. Used where no form is there to show a message in. */
export function asResponse(error: unknown): unknown {
  if (error instanceof Refused) return new Response(null, { status: 403 });
  if (error instanceof NotFound) return new Response(null, { status: 404 });
  if (error instanceof Conflict) return new Response(error.key, { status: 409 });
  if (error instanceof TooMany)
    return new Response(null, { status: 429, headers: { "Retry-After": String(error.retryAfter) } });
  return error;
}

/** Runs a query for a loader, turning `NotFound` and `Refused` into answers. */
export async function answerPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asResponse(error);
  }
}
