import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

export interface Rendered {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface Stored extends Rendered {
  etag: string;
  hits: number;
  best: boolean;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === "br")
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  return encoding === "gzip" ? zip(body, { level: 6 }) : body;
}

/**
 * Whole public answers, compressed once, kept for one content version (E13, E17): bounded by `limit` bytes, least recently used out first,
 * one rendering per cold address at a time. What was rendered while the version moved is sent and not kept.
 */
export class PageCache {
  private entries = new Map<string, Stored>();
  private rendering = new Map<string, Promise<Stored>>();
  private bytes = 0;
  private version: string | null = null;

  constructor(private readonly limit = 64 * 1024 * 1024) {}

  /** `null` while the version cannot be known: nothing is served from here then. */
  setVersion(version: string | null): void {
    if (version === this.version) return;
    this.version = version;
    this.entries.clear();
    this.bytes = 0;
  }

  get contentVersion(): string | null {
    return this.version;
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.entries.size, bytes: this.bytes };
  }

  async answer(
    address: string,
    encoding: Encoding,
    render: () => Promise<Rendered>,
  ): Promise<Stored & { warm: boolean }> {
    const key = `${encoding} ${address}`;
    const known = this.version === null ? undefined : this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      known.hits += 1;
      if (known.hits === 20 && encoding === "br" && !known.best) void this.improve(key, known);
      return { ...known, warm: true };
    }
    const under = this.version;
    const flight = `${under} ${key}`;
    const started = this.rendering.get(flight) ?? this.render(encoding, render);
    this.rendering.set(flight, started);
    try {
      const stored = await started;
      if (under !== null && under === this.version && stored.status === 200 && !this.entries.has(key))
        this.keep(key, stored);
      return { ...stored, warm: false };
    } finally {
      this.rendering.delete(flight);
    }
  }

  private async render(encoding: Encoding, render: () => Promise<Rendered>): Promise<Stored> {
    const { status, headers, body } = await render();
    const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    // 5: eleven would take a hundred times as long and save a tenth (E17).
    return {
      status,
      headers,
      body: await compress(body, encoding, 5),
      etag: `"${hash}-${encoding}"`,
      hits: 0,
      best: false,
    };
  }

  private keep(key: string, stored: Stored): void {
    this.entries.set(key, stored);
    this.bytes += stored.body.length + 512;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit) break;
      this.entries.delete(oldest);
      this.bytes -= entry.body.length + 512;
    }
  }

  private async improve(key: string, stored: Stored): Promise<void> {
    stored.best = true;
    const plain = await promisify((await import("node:zlib")).brotliDecompress)(stored.body);
    const smaller = await compress(plain, "br", 11);
    if (this.entries.get(key) !== stored) return;
    this.bytes += smaller.length - stored.body.length;
    stored.body = smaller;
  }
}

/** Whether the asker already has it: weak comparison over a list of tags, so that a proxy's recompressed copy still matches. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) =>
    tag
      .trim()
      .replace(/^W\//, "")
      .replace(/-(br|gzip|identity)"$/, '"');
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}
