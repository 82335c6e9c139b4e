/** The one spelling of a public address under which its answer is cached: known parameters, sorted and capped (E17). */
export function canonicalAddress(url: URL): string {
  const params = [...url.searchParams].map(([name, value]): [string, string] => [name, value.slice(0, 200)]).sort();
  const search = new URLSearchParams(params).toString();
  return url.pathname + (search && `?${search}`);
}
