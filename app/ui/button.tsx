import type { ButtonHTMLAttributes, ReactNode } from "react";

type Look = { second?: boolean; small?: boolean; link?: boolean };

function className({ second, small, link }: Look): string {
  return ["btn", second && "second", small && "small", link && "link"].filter(Boolean).join(" ");
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { children: ReactNode };

/** Something that happens. One primary button to a form; the others are `second`; `link` reads as a link. */
export function Button({ second, small, link, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={className({ second, small, link })} {...rest} />;
}

type ButtonLinkProps = Look & { href: string; children: ReactNode; id?: string };

/** A place to go to that is the main action of its page. */
export function ButtonLink({ second, small, link, ...rest }: ButtonLinkProps) {
  return <a className={className({ second, small, link })} {...rest} />;
}
