/** Anyone may read the API from anywhere, and see the tag to ask again with. */
const openToAll = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };

/** An answer of the API. */
export function apiAnswer(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { "Content-Type": "application/json; charset=utf-8", ...openToAll },
  });
}

/** What went wrong, as a problem document (RFC 9457). */
export function apiProblem(
  status: 400 | 404,
  title: string,
  more: { detail?: string; parameter?: string } = {},
): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...more }), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", ...openToAll },
  });
}
