import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { PledgePage } from "~/compendium/pages/pledge";
import { getPledgePage } from "~/compendium/pledge/queries.server";
import { languageOf } from "~/platform/i18n/languages";
import { notIndexed } from "~/routes/page-title";

export async function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const view = await getPledgePage(args.params.ref ?? "", languageOf(args.params));
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  if (data.kind === "trace") return [{ title: `${data.reference} · Partner2Connect` }, ...notIndexed];
  return [
    { title: `${data.body.title.text} · ${data.reference}` },
    { name: "description", content: data.description.slice(0, 300) },
  ];
};

export default function Pledge() {
  return <PledgePage view={useLoaderData<typeof loader>()} />;
}
