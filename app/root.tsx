import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { allowPublic } from "~/access/guard.server";
import { directionOf, isLanguage, type Language } from "~/platform/i18n/languages";
import { LanguageProvider } from "~/platform/i18n/react";
import { ErrorAnswer } from "~/routes/error-answer";
import { frameOf } from "~/routes/frame";
import { notIndexed, pageTitle } from "~/routes/page-title";
import { errorStatus } from "~/ui/error-page";
import { ActingFor } from "~/ui/form/acting-for";
import { PageFrame } from "~/ui/page-frame";
import appStyles from "~/ui/styles/app.css?url";
import workStyles from "~/ui/styles/work.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: appStyles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** Pages on which a person acts for the active organisation. */
const actsForOrganisation = /^\/[a-z]{2}\/my\//;

export function loader(args: LoaderFunctionArgs) {
  const actor = allowPublic(args);
  const { pathname, search } = new URL(args.request.url);
  const organisationId = actor.kind === "person" && actsForOrganisation.test(pathname) && actor.activeOrganisationId;
  const acting = organisationId ? { organisationId, here: pathname + search } : null;
  return { ...frameOf(actor, pathname, search), acting, script: args.context.script };
}

/** The title of what went wrong; every other page brings its own. */
export const meta: MetaFunction<typeof loader> = ({ error, data }) => {
  if (!error) return [{ title: "Partner2Connect" }];
  const status = errorStatus(isRouteErrorResponse(error) ? error.status : 500);
  return [...pageTitle({ lang: data?.lang }, "ui", (t) => t(`page_error.${status}.title`)), ...notIndexed];
};

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const lang: Language = isLanguage(frame?.lang) ? frame.lang : "en";
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {frame?.signedIn && <link rel="stylesheet" href={workStyles} />}
        {frame && !frame.signedIn && <Alternates pathname={frame.pathname} languages={frame.languages} />}
      </head>
      <body>
        <LanguageProvider lang={lang}>
          {frame ? (
            <PageFrame {...frame} account={frame.signOut && <SignOut {...frame.signOut} />}>
              <ActingFor acting={frame.acting}>{children}</ActingFor>
            </PageFrame>
          ) : (
            <main>{children}</main>
          )}
        </LanguageProvider>
        {frame?.script && <script type="module" src={frame.script} />}
      </body>
    </html>
  );
}

function Alternates({ pathname, languages }: { pathname: string; languages: { lang: string; href: string }[] }) {
  return (
    <>
      <link rel="canonical" href={pathname} />
      {languages.map(({ lang, href }) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={href} />
      ))}
    </>
  );
}

function SignOut({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <button className="link" type="submit">
        {label}
      </button>
    </form>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorAnswer error={useRouteError()} />;
}
