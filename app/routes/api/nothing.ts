import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { apiProblem } from "./answer";

/** Any other address below `/api`: machines get a problem document, not a page. */
export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return apiProblem(404, "Not Found");
}
