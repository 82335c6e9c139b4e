/** Forms that carry a data attribute. */
export const formsWith = (attribute: string): NodeListOf<HTMLFormElement> =>
  document.querySelectorAll<HTMLFormElement>(`form[${attribute}]`);

/** The fields of a form without its files, which have forms of their own. */
export function textBody(form: HTMLFormElement): FormData {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (typeof value !== "string") body.delete(name);
  return body;
}

/** Runs `work` once nothing has called for `ms` milliseconds. */
export function whenStill(ms: number, work: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
}

/** The page's language with European digits, as the server writes them. */
export const pageLocale = (): string => `${document.documentElement.lang}-u-nu-latn`;
