import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { parseApiQuestion } from "~/compendium/api/model";
import { listRecords, parseCursor } from "~/compendium/api/queries.server";
import { apiAnswer, apiProblem } from "./answer";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const question = parseApiQuestion(new URL(args.request.url).searchParams);
  if (!question.ok) return notUnderstood(question.parameter);
  const cursor = question.cursor === null ? null : parseCursor(question.cursor);
  if (question.cursor !== null && cursor === null) return notUnderstood("cursor");
  return apiAnswer(await listRecords(question.search, { limit: question.limit, cursor }));
}

const notUnderstood = (parameter: string) =>
  apiProblem(400, "Bad Request", {
    detail: `The parameter "${parameter}" is not known, or its value is not understood.`,
    parameter,
  });
