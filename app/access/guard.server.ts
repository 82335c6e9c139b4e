import { redirect } from "@remix-run/node";
import { address, namedOrganisation } from "~/addresses";
import { Refused } from "~/platform/errors";
import { isLanguage } from "~/platform/i18n/languages";
import { type Actor, anonymous, otherOrganisation, type Person } from "./actor";
import { recordRefusal } from "./command.server";
import { can, type Permission } from "./policy";

/** What a loader or action gets; `context.actor` is built by `server` once per request. */
export interface RouteArgs {
  request: Request;
  params: Record<string, string | undefined>;
  context: { actor?: Actor };
}

/** First line of every loader and action that anyone may call. It only makes the absence of a guard visible. */
export function allowPublic(args: RouteArgs): Actor {
  return args.context.actor ?? anonymous;
}

/**
 * First line of every other loader and action: the signed-in person, if some role of theirs allows `permission`. Sends visitors to sign in
 * (and back), staff without their second factor to give it, and refuses the rest with 403, recorded (E5). An address that names an
 * organisation is answered for exactly that one or not at all (R10).
 */
export async function requirePermission(args: RouteArgs, permission: Permission): Promise<Person> {
  const actor = args.context.actor ?? anonymous;
  const lang = isLanguage(args.params.lang) ? args.params.lang : "en";
  if (actor.kind !== "person") {
    const url = new URL(args.request.url);
    throw redirect(address.signIn(lang, args.request.method === "GET" ? url.pathname + url.search : undefined));
  }
  const named = namedOrganisation(args.request.url);
  if (named !== null && named !== actor.activeOrganisationId) {
    await recordRefusal(actor, new Refused(permission));
    throw new Response(otherOrganisation, { status: 403 });
  }
  if (can(actor, permission)) return actor;
  if (actor.owesSecondFactor) throw redirect(address.secondFactor(lang));
  await recordRefusal(actor, new Refused(permission));
  throw new Response(null, { status: 403 });
}
