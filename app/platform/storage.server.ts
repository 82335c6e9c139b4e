import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "./env";
import { detectContentType, type StoredContentType } from "./storage-content.server";

/** A file that was kept. `key` is what the database remembers. */
export interface StoredFile {
  key: string;
  size: number;
  contentType: StoredContentType;
}

/** Why a file was not kept: larger than allowed, or not one of the kinds of `StoredContentType` by its content. */
export class FileRefused extends Error {
  constructor(readonly reason: "too_large" | "wrong_type") {
    super(reason);
  }
}

/**
 * Keeps a file under a new key. The kind is read from the content, never from a name or header.
 * Throws FileRefused, and keeps nothing, above `maxBytes` or for any other kind of file.
 */
export async function putFile(
  content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): Promise<StoredFile> {
  const key = randomUUID();
  const place = placeOf(key);
  const unfinished = `${place}.part`;
  await mkdir(join(place, ".."), { recursive: true });
  let size = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new FileRefused("too_large");
      yield chunk;
    }
  }
  try {
    await pipeline(
      Readable.from(content as AsyncIterable<Uint8Array>),
      counted,
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    const contentType = await contentTypeOf(unfinished);
    if (!contentType) throw new FileRefused("wrong_type");
    await rename(unfinished, place);
    return { key, size, contentType };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The content of a kept file, or undefined when there is none under this key. */
export async function getFile(key: string): Promise<{ stream: ReadableStream<Uint8Array>; size: number } | undefined> {
  const place = placeOf(key);
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { stream: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>, size: found.size };
}

/** Forgets a kept file; a key without a file is no error. */
export async function removeFile(key: string): Promise<void> {
  await rm(placeOf(key), { force: true });
}

function placeOf(key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error("not a storage key");
  return join(env.DATA_DIR, "files", key.slice(0, 2), key);
}

async function contentTypeOf(path: string): Promise<StoredContentType | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, 4096));
    await file.read(head, 0, head.length, 0);
    // A ZIP lists its entries at its end: that list tells a document from any other ZIP.
    const tail = Buffer.alloc(Math.min(size, 64 * 1024));
    await file.read(tail, 0, tail.length, size - tail.length);
    return detectContentType(head, tail);
  } finally {
    await file.close();
  }
}
