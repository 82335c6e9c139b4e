import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { verifyTrail } from "~/audit/verify.server";
import { now } from "~/platform/clock";
import { loadDatabase } from "~/platform/db/dump.server";
import { env } from "~/platform/env";
import { StartError } from "~/platform/start-error";
import { auditKeyMark, MANIFEST, type Manifest, parseManifest } from "../backup/manifest";
import type { CommandInput } from "../command-input";
import { anchorFile, connect } from "../connect";

type Archive = ReturnType<typeof extract>;
type Entry = AsyncIterable<Uint8Array> & { header: { name: string } };

/** `npm run restore -- <file>`: a backup into an empty database; all of it or nothing. Afterwards the audit trail is checked (E25). */
export async function run({ argv }: CommandInput): Promise<void> {
  const [source] = argv;
  if (!source) throw new StartError("Use: npm run restore -- <file>.");
  const file = resolve(source);
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const connection = await connect({ say: (sentence) => console.error(sentence) });
  try {
    const { rows, files } = await restore(connection.ownerUrl, file);
    const { entries, fault } = await verifyTrail(anchorFile());
    if (fault) throw new StartError(`Restored, but the audit trail is broken at entry ${fault.seq}: ${fault.why}.`);
    console.log(`Restored ${rows} rows and ${files} files. The audit trail is whole: ${entries} entries.`);
  } finally {
    await connection.close();
  }
}

async function restore(ownerUrl: string, file: string): Promise<{ rows: number; files: number }> {
  const kept: string[] = [];
  try {
    const archive = extract();
    const read = pipeline(createReadStream(file), createGunzip(), archive).catch((error: NodeJS.ErrnoException) => {
      throw error.code?.startsWith("Z_") ? new StartError("The backup is damaged, or is no backup.") : error;
    });
    const [manifest] = await Promise.all([takeIn(ownerUrl, archive, kept), read]);
    await writeFile(anchorFile(), JSON.stringify({ ...manifest.head, at: now().toISOString() }), { mode: 0o600 });
    return { rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files: kept.length };
  } catch (error) {
    for (const path of kept) await rm(path, { force: true });
    throw error;
  }
}

async function takeIn(ownerUrl: string, archive: Archive, kept: string[]): Promise<Manifest> {
  const entries = archive[Symbol.asyncIterator]() as AsyncIterator<Entry, undefined>;
  const first = await entries.next();
  if (first.done || first.value.header.name !== MANIFEST) return parseManifest("");
  const manifest = parseManifest(await textOf(first.value));
  if (manifest.auditKey !== auditKeyMark())
    throw new StartError(
      `The backup belongs to another audit key: put that server's audit.key into ${env.DATA_DIR}, or set AUDIT_KEY, and restore again.`,
    );
  await loadDatabase(ownerUrl, manifest, async (loading) => {
    for (let step = await entries.next(); !step.done; step = await entries.next()) {
      const { name } = step.value.header;
      const table = /^tables\/(\w+)\.copy$/.exec(name)?.[1];
      if (table) await loading.table(table, step.value);
      else await keepFile(name, step.value, kept);
    }
  });
  if (kept.length !== manifest.files.length) throw new StartError("The backup is damaged: files are missing.");
  return manifest;
}

async function textOf(entry: Entry): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function keepFile(name: string, entry: Entry, kept: string[]): Promise<void> {
  if (!/^files\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(name))
    throw new StartError(`The backup is damaged: "${name}" does not belong into it.`);
  const path = join(env.DATA_DIR, name);
  await mkdir(dirname(path), { recursive: true });
  kept.push(path);
  await pipeline(entry, createWriteStream(path, { mode: 0o600 }));
}
