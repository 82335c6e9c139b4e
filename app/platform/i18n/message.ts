/**
 * Messages travel from schemas and commands to fields as strings `namespace:key?param=value`, so that whoever writes a rule does not
 * need to know the reader's language. The namespace is `ui` if none is given.
 */
export function msg(key: string, params: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${key}?${query}` : key;
}

/** Takes a message string apart; numbers come back as numbers, so that plurals work. */
export function parseMessage(message: string): {
  namespace: string;
  key: string;
  params: Record<string, string | number>;
} {
  const [path = "", query = ""] = message.split("?", 2);
  const colon = path.indexOf(":");
  const params = [...new URLSearchParams(query)].map(([name, value]) => [
    name,
    /^\d+$/.test(value) ? Number(value) : value,
  ]);
  return {
    namespace: colon < 0 ? "ui" : path.slice(0, colon),
    key: path.slice(colon + 1),
    params: Object.fromEntries(params),
  };
}
