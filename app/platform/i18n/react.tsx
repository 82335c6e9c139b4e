import type { TFunction } from "i18next";
import { createContext, type ReactNode, useContext } from "react";
import { directionOf, type Language } from "./languages";
import type { Namespace } from "./resources";
import { getT, translateMessage } from "./translate";

const LanguageContext = createContext<Language>("en");

/** Sets the language of everything below it. */
export function LanguageProvider({ lang, children }: { lang: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={lang}>{children}</LanguageContext.Provider>;
}

/** The page's language and direction. */
export function useLang(): { lang: Language; dir: "rtl" | "ltr" } {
  const lang = useContext(LanguageContext);
  return { lang, dir: directionOf(lang) };
}

/** The translator of the page's language for one namespace. */
export function useT<N extends Namespace>(namespace: N): TFunction<N> {
  return getT(useContext(LanguageContext), namespace);
}

/** Turns message strings (`message.ts`) into sentences of the page's language. */
export function useMessage(): (message: string) => string {
  const lang = useContext(LanguageContext);
  return (message) => translateMessage(lang, message);
}
