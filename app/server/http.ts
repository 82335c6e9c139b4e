import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import express, { type Request as ExpressRequest, type Response as ExpressResponse, type NextFunction } from "express";
import { actorOf } from "~/accounts/session.server";
import { namedOrganisation } from "~/addresses";
import { canonicalAddress } from "~/compendium/model";
import { pool } from "~/platform/db/client.server";
import { isUnavailable } from "~/platform/db/failure";
import { languages } from "~/platform/i18n/languages";
import { log } from "~/platform/log.server";
import { followContentVersion } from "./content-version";
import { downloadTag, isDownload, sendDownload } from "./download";
import { createMetrics } from "./metrics";
import { type Encoding, matches, PageCache, type Rendered } from "./page-cache";
import { refusals, refuse } from "./refusals";
import { serveStatic } from "./static-files";

const securityHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Pages of signed-in people, and the ways in: never cached, and the only ones that read the session. */
const privatePath = /^\/[a-z]{2}\/(my|staff|me|join|sign-in|sign-out|invitation)(\/|$)/;
const publicRouteIds = /^(root$|routes\/(public|api|feeds)\/)/;
const bodyLimit = 12 * 1024 * 1024;

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** The same build with public routes only, so that a public page does not pay for ranking the others (E15). */
function publicBuild(build: ServerBuild): ServerBuild {
  const isPublic = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => publicRouteIds.test(id)));
  return {
    ...build,
    routes: isPublic(build.routes),
    assets: { ...build.assets, routes: isPublic(build.assets.routes) },
  };
}

function encodingFor(req: ExpressRequest): Encoding {
  const accepted = req.acceptsEncodings("br", "gzip", "identity");
  return accepted === "br" || accepted === "gzip" ? accepted : "identity";
}

function toRequest(req: ExpressRequest, res: ExpressResponse, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  const gone = new AbortController();
  res.on("close", () => gone.abort());
  const init: RequestInit = { method: req.method, headers, signal: gone.signal };
  if (req.method !== "GET" && req.method !== "HEAD") Object.assign(init, { body: Readable.toWeb(req), duplex: "half" });
  return new Request(url, init);
}

function headersOf(response: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie") headers[name] = value;
  });
  return headers;
}

export interface HttpOptions {
  build: ServerBuild;
  appUrl: string;
  production: boolean;
  /** Further host names this server answers to: the tests' ports. */
  trustedHosts?: readonly string[];
  /** What an operator must know although everything works; said by /readyz. */
  warning?: string;
}

/** The web server over a built application: refusals, static files, health, public pages through the cache, private pages. */
export async function createHttp({ build, appUrl, production, trustedHosts, warning }: HttpOptions) {
  const app = express();
  const cache = new PageCache();
  const stopFollowing = await followContentVersion(cache);
  const mode = production ? "production" : "development";
  const publicHandler: Handler = createRequestHandler(publicBuild(build), mode);
  const privateHandler: Handler = createRequestHandler(build, mode);
  const script = build.assets.entry.module;

  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", "loopback");
  app.use((_req, res, next) => {
    res.set(securityHeaders);
    if (production && appUrl.startsWith("https:"))
      res.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  });
  const metrics = createMetrics(cache);
  app.use(metrics.observe);
  app.get("/metrics", metrics.answer);
  serveStatic(app, build.assetsBuildDirectory);
  app.get("/healthz", (_req, res) => void res.type("text").send("ok"));
  app.get("/readyz", async (_req, res) => {
    const ready = await pool()
      .query("SELECT 1")
      .then(
        () => true,
        () => false,
      );
    res
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? ["ready", warning].filter(Boolean).join("\n") : "the database does not answer");
  });
  app.use(refusals(appUrl, trustedHosts));
  app.get("/", (req, res) => {
    // English comes first for those who ask for none of the six: `acceptsLanguages` prefers earlier ones on a tie.
    const lang = req.acceptsLanguages(["en", ...languages.filter((code) => code !== "en")]) || "en";
    res.vary("Accept-Language").set("Cache-Control", "no-cache").redirect(302, `/${lang}`);
  });
  app.use((req, res, next) => {
    if (Number(req.headers["content-length"] ?? 0) > bodyLimit) return refuse(res, req.path, 413);
    next();
  });
  app.use(async (req, res, next) => {
    try {
      if (privatePath.test(req.path) || req.method === "POST") await answerPrivate(req, res);
      else await answerPublic(req, res);
    } catch (error) {
      next(error);
    }
  });
  app.use((error: unknown, req: ExpressRequest, res: ExpressResponse, _next: NextFunction) => {
    if (res.headersSent) return res.destroy();
    if (isUnavailable(error)) return unavailable(req, res);
    log.error({ err: error, path: req.path }, "request failed");
    refuse(res, req.path, 500);
  });

  function unavailable(req: ExpressRequest, res: ExpressResponse): void {
    res.set("Retry-After", "5");
    refuse(res, req.path, 503);
  }

  async function answerPublic(req: ExpressRequest, res: ExpressResponse): Promise<void> {
    const canonical = canonicalAddress(new URL(req.originalUrl, appUrl));
    const encoding = encodingFor(req);
    let streamed: Response | undefined;
    const render = async (): Promise<Rendered> => {
      const context: AppLoadContext = { script, ip: req.ip ?? "" };
      const request = new Request(new URL(canonical, appUrl), { headers: { host: new URL(appUrl).host } });
      const response = await publicHandler(request, context);
      if (context.unavailable) throw Object.assign(new Error("database unavailable"), { code: "P2024" });
      if (isDownload(response)) {
        streamed = response;
        return { status: 299, headers: {}, body: Buffer.alloc(0) };
      }
      return { status: response.status, headers: headersOf(response), body: Buffer.from(await response.arrayBuffer()) };
    };
    const answer = await cache.answer(canonical, encoding, render);
    // A download is streamed and not kept; whoever waited for the same address makes their own.
    if (answer.status === 299) {
      const response = streamed ?? (await publicHandler(new Request(new URL(canonical, appUrl)), { script, ip: "" }));
      const etag = downloadTag(cache.contentVersion, build.assets.version, canonical);
      return sendDownload(req, res.set(headersOf(response)), { response, etag, encoding });
    }
    res.status(answer.status).set(answer.headers).vary("Accept-Encoding");
    if (answer.status === 200) {
      res.set("ETag", answer.etag);
      if (!answer.headers["cache-control"]) res.set("Cache-Control", "public, max-age=0, must-revalidate");
      if (matches(req.headers["if-none-match"], answer.etag)) {
        res.removeHeader("Content-Type");
        return void res.status(304).end();
      }
    } else if (answer.status >= 400) res.set("Cache-Control", "no-store");
    if (encoding !== "identity") res.set("Content-Encoding", encoding);
    res.set("Content-Length", String(answer.body.length));
    res.end(req.method === "HEAD" ? undefined : answer.body);
  }

  async function answerPrivate(req: ExpressRequest, res: ExpressResponse): Promise<void> {
    const { actor, setCookie } = await actorOf(req.headers.cookie ?? "", namedOrganisation(req.originalUrl));
    if (setCookie) res.append("Set-Cookie", setCookie);
    res.set("Cache-Control", "no-store");
    const context: AppLoadContext = { actor, script, ip: req.ip ?? "" };
    const response = await privateHandler(toRequest(req, res, new URL(req.originalUrl, appUrl)), context);
    if (context.unavailable) return unavailable(req, res);
    for (const cookie of response.headers.getSetCookie()) res.append("Set-Cookie", cookie);
    res.status(response.status).set(headersOf(response));
    const encoding = encodingFor(req);
    if (!/^(text\/html|application\/json)/.test(response.headers.get("Content-Type") ?? "") || encoding === "identity")
      return send(res, response);
    const body = Buffer.from(await response.arrayBuffer());
    const small = await (encoding === "br"
      ? promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : promisify(gzip)(body));
    res.vary("Accept-Encoding").set("Content-Encoding", encoding).removeHeader("Content-Length");
    res.end(small);
  }

  async function send(res: ExpressResponse, response: Response): Promise<void> {
    res.status(response.status).set(headersOf(response));
    if (!response.body) return void res.end();
    await pipeline(Readable.fromWeb(response.body as ReadableStream), res);
  }

  return { app, cache, close: stopFollowing };
}
