import { isRouteErrorResponse } from "@remix-run/react";
import { otherOrganisation } from "~/access/actor";
import { ErrorPage } from "~/ui/error-page";

/** What a person sees when something was refused or went wrong: the status decides the words, unless the answer names better ones. */
export function ErrorAnswer({ error }: { error: unknown }) {
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  return <ErrorPage status={error.status} otherOrganisation={error.data === otherOrganisation} />;
}
