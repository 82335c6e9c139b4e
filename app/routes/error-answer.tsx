import { isRouteErrorResponse } from "@remix-run/react";
import { ErrorPage } from "~/ui/error-page";

/** What a person sees when something was refused or went wrong: the status decides the words. */
export function ErrorAnswer({ error }: { error: unknown }) {
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
