import { organisationMailDomain } from "~/reference/public-mail-domains";

/** The staff's own domain says nothing about an organisation (R9), nor do the names reserved for examples (RFC 2606). */
const meaningless = new Set(["itu.int", "example.com", "example.net", "example.org"]);

/** Sites on which many organisations have a page: their address is no sign of sameness. */
const sharedHosts =
  /(^|\.)(facebook|linkedin|instagram|twitter|x|youtube|wordpress|blogspot|github|google|wixsite|weebly)\.(com|io)$/;

/** The domain of a website without `www.`, or undefined where it is no sign of who someone is. */
export function websiteDomain(website: string | null | undefined): string | undefined {
  if (!website || !URL.canParse(website)) return undefined;
  const host = new URL(website).hostname.toLowerCase().replace(/^www\d?\./, "");
  return host && !meaningless.has(host) && !sharedHosts.test(host) ? host : undefined;
}

/** The domain of a mail address, or undefined for public providers and the staff's own (R9). */
export function mailDomain(email: string): string | undefined {
  const domain = organisationMailDomain(email);
  return domain && !meaningless.has(domain) ? domain : undefined;
}
