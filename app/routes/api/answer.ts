/** An answer of the API: anyone may read it from anywhere. */
export function apiAnswer(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Access-Control-Allow-Origin": "*" },
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
    headers: { "Content-Type": "application/problem+json; charset=utf-8", "Access-Control-Allow-Origin": "*" },
  });
}
