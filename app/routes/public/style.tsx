import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { languageOf } from "~/platform/i18n/languages";
import { getT } from "~/platform/i18n/translate";
import { countries } from "~/reference/countries";
import points from "~/reference/country-points.json" with { type: "json" };
import { StylePage } from "~/ui/pages/style-page";
import workStyles from "~/ui/styles/work.css?url";
import type { MapPoint } from "~/ui/world-map";

/** Which countries a sample pledge names: the least developed ones. */
export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const places = points as unknown as Record<string, [x: number, y: number]>;
  const drawn = countries.map(({ iso3, ldc_until, sids }): MapPoint => {
    const [x, y] = places[iso3] ?? [0, 0];
    return { iso3, x, y, kind: ldc_until === null ? "unnamed" : sids ? "island" : "named" };
  });
  return { title: getT(languageOf(args.params), "style")("title"), points: drawn };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: workStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Partner2Connect` },
  { name: "robots", content: "noindex" },
];

export default function Style() {
  return <StylePage points={useLoaderData<typeof loader>().points} />;
}
