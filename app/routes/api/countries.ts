import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { listCountries } from "~/compendium/api/queries.server";
import { apiAnswer } from "./answer";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return apiAnswer(await listCountries());
}
