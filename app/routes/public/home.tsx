import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowPublic } from "~/access/guard.server";
import { languageOf } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return { lang: languageOf(args.params) };
}

export default function Home() {
  const { lang } = useLoaderData<typeof loader>();
  return <h1>Partner2Connect {lang}</h1>;
}
