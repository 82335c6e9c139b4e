import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { streamRecords } from "~/compendium/api/queries.server";
import { csvOf } from "~/compendium/formats/csv";
import { parseSearch } from "~/compendium/model";
import { today } from "~/platform/clock";
import { languageOf } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { search } = parseSearch(new URL(args.request.url).searchParams);
  return new Response(csvOf(streamRecords(search, languageOf(args.params))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="pledges-${today()}.csv"`,
    },
  });
}
