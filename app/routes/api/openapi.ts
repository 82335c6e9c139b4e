import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { openApiDocument } from "~/compendium/api/model";
import { env } from "~/platform/env";
import { apiAnswer } from "./answer";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return apiAnswer(openApiDocument(env.APP_URL));
}
