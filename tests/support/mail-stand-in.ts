import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** A message as the application handed it over, in the words of Resend's API. */
export interface SentMail {
  id: string;
  from: string;
  to: string[];
  subject: string;
  text?: string;
  html?: string;
  headers?: Record<string, string>;
}

/** How the stand-in answers: as Resend does when all is well, with an error status, or never. */
type Manner = "accept" | 422 | 429 | 500 | "never";

/** A mail service of our own at `url`, for RESEND_BASE_URL: keeps what it is given and answers as it is told to. */
export interface MailStandIn {
  url: string;
  messages: SentMail[];
  answerWith(manner: Manner): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-in on a free port of this machine, or on `port`. `POST /emails` is Resend's; `GET /messages?to=` is ours, for journeys
 * that run in another process. A repeated idempotency key is answered with the first message, which is kept once.
 */
export async function startMailStandIn(port = 0): Promise<MailStandIn> {
  const messages: SentMail[] = [];
  const byKey = new Map<string, string>();
  let manner: Manner = "accept";

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET" && pathname === "/messages") {
      const to = searchParams.get("to");
      return answer(
        response,
        200,
        messages.filter((message) => !to || message.to.includes(to)),
      );
    }
    if (request.method !== "POST" || pathname !== "/emails") return answer(response, 404, failure(404));
    const body = (await json(request)) as Omit<SentMail, "id" | "to"> & { to: string | string[] };
    if (manner === "never") return;
    if (manner !== "accept") {
      response.setHeader("Retry-After", "1");
      return answer(response, manner, failure(manner));
    }
    const key = String(request.headers["idempotency-key"] ?? randomUUID());
    const id = byKey.get(key) ?? randomUUID();
    if (!byKey.has(key)) messages.push({ ...body, id, to: [body.to].flat() });
    byKey.set(key, id);
    answer(response, 200, { id });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    answerWith: (next) => {
      manner = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function failure(status: number) {
  const name = status === 429 ? "rate_limit_exceeded" : status === 500 ? "application_error" : "validation_error";
  return { statusCode: status, name, message: `The stand-in answers ${status}.` };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
