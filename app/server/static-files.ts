import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import express from "express";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

interface Packed {
  type: string;
  br: Buffer;
  gzip: Buffer;
}

/** Compresses a built text file as well as can be, the first time that it is asked for (E17); most chunks never are. */
function packer(directory: string): (path: string) => Packed | undefined {
  const names = new Set(readdirSync(directory));
  const known = new Map<string, Packed>();
  return (path) => {
    const name = path.slice(1);
    const type = types[name.slice(name.lastIndexOf("."))];
    if (!type || !names.has(name)) return undefined;
    const body = known.has(name) ? undefined : readFileSync(join(directory, name));
    if (body) known.set(name, { type, br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) });
    return known.get(name);
  };
}

/** Serves what the build and `public/` hold. Hashed names never change their content; the rest of `public/` may. */
export function serveStatic(app: express.Express, directory: string): void {
  const pack = packer(join(directory, "assets"));
  app.use("/assets", (req, res, next) => {
    const encoding = req.acceptsEncodings("br", "gzip");
    const file = encoding === "br" || encoding === "gzip" ? pack(req.path) : undefined;
    if (!file || (encoding !== "br" && encoding !== "gzip")) return next();
    res.set({
      "Content-Type": file.type,
      "Content-Encoding": encoding,
      "Content-Length": String(file[encoding].length),
      "Cache-Control": "public, max-age=31536000, immutable",
    });
    res.vary("Accept-Encoding").end(req.method === "HEAD" ? undefined : file[encoding]);
  });
  app.use("/assets", express.static(join(directory, "assets"), { immutable: true, maxAge: "1y", fallthrough: true }));
  const own = new Set(
    readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${entry.name}`),
  );
  const files = express.static(directory, { maxAge: "1h", index: false });
  app.use((req, res, next) => (own.has(req.path) ? files(req, res, next) : next()));
}
