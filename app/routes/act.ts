import { redirect } from "@remix-run/node";
import type * as z from "zod";
import { Conflict, Invalid } from "~/platform/errors";
import { answerForm } from "~/platform/form.server";

/**
 * Answers a form that is only a button of another page: does the work and goes back there. What could not be done is said on that page, which
 * finds it as `?problem=`, the key of a message.
 */
export async function answerAct<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  back: string,
  work: (values: z.output<Schema>) => Promise<unknown>,
) {
  const answer = await answerForm(request, schema, async (values) => {
    try {
      await work(values);
      return redirect(back);
    } catch (error) {
      if (error instanceof Conflict) return redirect(withProblem(back, error.key));
      if (error instanceof Invalid) return redirect(withProblem(back, Object.values(error.fields)[0]?.[0]));
      throw error;
    }
  });
  // Input that the page's own buttons cannot send.
  return answer instanceof Response ? answer : redirect(withProblem(back, "error.invalid_choice"));
}

const withProblem = (back: string, problem = "error.try_again") =>
  `${back}${back.includes("?") ? "&" : "?"}problem=${encodeURIComponent(problem)}`;

// Only what our own messages look like is shown, so that an address made up elsewhere cannot put words on the page.
const known = /^((accounts|invitations|screening|ui):)?error\.[a-z_]+$/;

/** What an act could not do, as a message to show, from the address it came back to. */
export function problemIn(request: Request): string | undefined {
  const problem = new URL(request.url).searchParams.get("problem");
  return problem && known.test(problem) ? problem : undefined;
}
