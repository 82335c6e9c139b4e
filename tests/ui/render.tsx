import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/platform/i18n/languages";
import { LanguageProvider } from "~/platform/i18n/react";

/** A component as HTML in one language. */
export function html(children: ReactNode, lang: Language = "en"): string {
  return renderToStaticMarkup(<LanguageProvider lang={lang}>{children}</LanguageProvider>);
}

/** The first element of the markup that matches, as its attributes. */
export function attributes(markup: string, pattern: RegExp): Record<string, string> {
  const tag = markup.match(pattern)?.[0] ?? "";
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}
