import type { RequestHandler, Response } from "express";
import { isLanguage, type Language } from "~/platform/i18n/languages";
import { plainErrorPage } from "./plain-error";

const writes = new Set(["POST"]);

/** The language of an address, English where it has none. */
export function languageOfPath(path: string): Language {
  const first = path.split("/")[1];
  return isLanguage(first) ? first : "en";
}

/** Answers in plain HTML, or as a problem document under /api (RFC 9457). */
export function refuse(res: Response, path: string, status: number): void {
  res.status(status).set("Cache-Control", "no-store");
  if (path.startsWith("/api"))
    res
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
    const api = req.path.startsWith("/api");
    if (!["GET", "HEAD", "POST"].includes(req.method) && !(api && req.method === "OPTIONS")) {
      res.set("Allow", "GET, HEAD, POST");
      return refuse(res, req.path, 405);
    }
    if (!hosts.has(req.headers.host ?? "")) return refuse(res, req.path, 400);
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

function decodable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes("\u0000");
  } catch {
    return false;
  }
}
