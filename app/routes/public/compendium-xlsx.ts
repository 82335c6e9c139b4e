import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { streamRecords } from "~/compendium/api/queries.server";
import { xlsxOf } from "~/compendium/formats/xlsx.server";
import { parseSearch } from "~/compendium/model";
import { today } from "~/platform/clock";
import { languageOf } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const { search } = parseSearch(new URL(args.request.url).searchParams);
  return new Response(xlsxOf(streamRecords(search, languageOf(args.params)), "Pledges"), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="pledges-${today()}.xlsx"`,
    },
  });
}
