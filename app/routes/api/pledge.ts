import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { exchangeOf } from "~/compendium/formats/exchange";
import { getRecord } from "~/compendium/pledge/queries.server";
import { env } from "~/platform/env";
import { apiAnswer, apiProblem } from "./answer";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const record = await getRecord(args.params.ref ?? "");
  return record ? apiAnswer(exchangeOf(record, env.APP_URL)) : apiProblem(404, "Not Found");
}
