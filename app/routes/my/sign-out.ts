import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { allowPublic } from "~/access/guard.server";
import { blankCookie } from "~/accounts/session.server";
import { signOut } from "~/accounts/sign-in/commands.server";
import { address } from "~/addresses";
import { languageOf } from "~/platform/i18n/languages";

export function loader(args: LoaderFunctionArgs) {
  allowPublic(args);
  return redirect(address.home(languageOf(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = allowPublic(args);
  if (actor.kind === "person") await signOut(actor);
  const there = `${address.signIn(languageOf(args.params))}?done=signed_out`;
  return redirect(there, { headers: { "Set-Cookie": blankCookie() } });
}
