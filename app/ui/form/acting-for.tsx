import { createContext, type ReactNode, useContext } from "react";
import { actingFor } from "~/addresses";

interface Acting {
  /** The organisation for which the reader acts on this page. */
  organisationId: string;
  /** The page's own address, to which a form goes that names no other. */
  here: string;
}

const ActingContext = createContext<Acting | null>(null);

/** Makes every form below it name the organisation for which the page was shown (R10); null on pages that act for none. */
export function ActingFor({ acting, children }: { acting: Acting | null; children: ReactNode }) {
  return <ActingContext.Provider value={acting}>{children}</ActingContext.Provider>;
}

/** Gives an address of this page's forms the organisation to act for; without an address, the page's own. */
export function useActingFor(): (path?: string) => string | undefined {
  const acting = useContext(ActingContext);
  return (path) => (acting ? actingFor(path ?? acting.here, acting.organisationId) : path);
}
