import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { TextPage } from "~/compendium/pages/text-page";
import { getTextPage } from "~/compendium/site/queries.server";
import { env } from "~/platform/env";
import { languageOf } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  const view = getTextPage(languageOf(args.params), args.params.page ?? "", { contact: env.CONTACT_ADDRESS });
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.title} · Partner2Connect` }, { name: "description", content: data.lead }] : [];

export default function Text() {
  return <TextPage view={useLoaderData<typeof loader>()} />;
}
