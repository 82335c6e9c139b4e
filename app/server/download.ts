import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { type Encoding, matches } from "./page-cache";

/** Whether an answer is a file of any length, made while it is sent and kept nowhere. */
export const isDownload = (response: Response): boolean =>
  /^(text\/csv|application\/vnd|application\/zip)/.test(response.headers.get("Content-Type") ?? "");

/**
 * The tag of a download: of what it is made from, since its bytes are not known before they are sent. Weak, because two makings differ in
 * what no reader sees. Undefined while the content version is not known.
 */
export function downloadTag(version: string | null, build: string, address: string): string | undefined {
  if (version === null) return undefined;
  const hash = createHash("sha256").update(`${build} ${version} ${address}`).digest("base64url").slice(0, 22);
  return `W/"${hash}"`;
}

/** Sends a download as it comes, compressed unless it is already (XLSX is); to HEAD, and to who has it, nothing of it. */
export async function sendDownload(
  req: ExpressRequest,
  res: ExpressResponse,
  { response, etag, encoding }: { response: Response; etag: string | undefined; encoding: Encoding },
): Promise<void> {
  const compressed = encoding !== "identity" && response.headers.get("Content-Type")?.startsWith("text/");
  res.vary("Accept-Encoding").set("Cache-Control", "public, max-age=0, must-revalidate");
  if (etag) res.set("ETag", etag);
  if (compressed) res.set("Content-Encoding", encoding);
  const known = etag !== undefined && matches(req.headers["if-none-match"], etag);
  if (known || req.method === "HEAD" || !response.body) {
    await response.body?.cancel();
    if (known) res.removeHeader("Content-Type");
    return void res.status(known ? 304 : 200).end();
  }
  const body = Readable.fromWeb(response.body as ReadableStream);
  if (!compressed) return pipeline(body, res);
  const squeeze =
    encoding === "br" ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : createGzip();
  return pipeline(body, squeeze, res);
}
