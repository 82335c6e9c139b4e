import type { RequestHandler, Response } from "express";
import { isLanguage, type Language } from "~/platform/i18n/languages";
import { plainErrorPage } from "./plain-error";

const writes = new Set(["POST"]);

/** The language of an address, English where it has none. */
export function languageOfPath(path: string): Language {
  const first = path.split("/")[1];
  return isLanguage(first) ? first : "en";
}

const isApi = (path: string) => /^\/api(\/|$)/.test(path);

/** Answers in plain HTML, or as a problem document under /api (RFC 9457). */
export function refuse(res: Response, path: string, status: number): void {
  res.status(status).set("Cache-Control", "no-store");
  if (isApi(path))
    res
      .set("Access-Control-Allow-Origin", "*")
      .type("application/problem+json")
      .send(JSON.stringify({ type: "about:blank", title: statusTitle(status), status }));
  else res.type("html").send(plainErrorPage(languageOfPath(path), status));
}

const titles: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
};
const statusTitle = (status: number) => titles[status] ?? "Error";

/** What is refused before Remix sees it, since Remix would answer some of it with 500 (E16). */
export function refusals(appUrl: string, trustedHosts: readonly string[] = []): RequestHandler {
  const hosts = new Set([new URL(appUrl).host, ...trustedHosts]);
  const origins = new Set([...hosts].flatMap((host) => [`http://${host}`, `https://${host}`]));
  return (req, res, next) => {
    const methods = isApi(req.path) ? ["GET", "HEAD", "OPTIONS"] : ["GET", "HEAD", "POST"];
    if (!methods.includes(req.method)) {
      res.set("Allow", methods.join(", "));
      return refuse(res, req.path, 405);
    }
    if (!hosts.has(req.headers.host ?? "")) return refuse(res, req.path, 400);
    if (req.method === "OPTIONS") return allowReading(res);
    if (req.originalUrl.length > 4096 || !decodable(req.originalUrl)) return refuse(res, "/", 400);
    if (req.query._data !== undefined) return refuse(res, req.path, 400);
    if (req.path.endsWith(".data")) return refuse(res, req.path, 404);
    if (writes.has(req.method)) {
      const { origin } = req.headers;
      const site = req.headers["sec-fetch-site"];
      const foreign =
        origin !== undefined ? !origins.has(origin) : site !== undefined && site !== "same-origin" && site !== "none";
      if (foreign) return refuse(res, req.path, 403);
    }
    next();
  };
}

/** What a browser asks before a page of another site reads the API with headers of its own: reading is open to everyone. */
function allowReading(res: Response): void {
  res
    .status(204)
    .set({
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "Accept, If-None-Match",
      "Access-Control-Max-Age": "86400",
    })
    .end();
}

function decodable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes("\u0000");
  } catch {
    return false;
  }
}
