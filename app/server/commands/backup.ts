import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Pack, pack } from "tar-stream";
import { now } from "~/platform/clock";
import { dumpDatabase } from "~/platform/db/dump.server";
import { env } from "~/platform/env";
import { StartError } from "~/platform/start-error";
import { auditKeyMark, MANIFEST, type Manifest } from "../backup/manifest";
import type { CommandInput } from "../command-input";
import { connect } from "../connect";

/** `npm run backup -- <file>`: everything but the audit key, in one file (E25). Works beside a running server. */
export async function run({ argv }: CommandInput): Promise<void> {
  const [target] = argv;
  if (!target) throw new StartError("Use: npm run backup -- <file>, for example backup.tar.gz.");
  const file = resolve(target);
  if (existsSync(file)) throw new StartError(`${file} is there already: choose another name.`);
  if (!existsSync(dirname(file))) throw new StartError(`There is no folder ${dirname(file)}.`);
  const connection = await connect({ join: true, say: (sentence) => console.error(sentence) });
  // Beside the target: what does not fit on the disk is known before the backup is taken for one.
  const folder = await mkdtemp(join(dirname(file), `.${basename(file)}-`));
  try {
    const dump = await dumpDatabase(connection.ownerUrl, folder);
    const files = await keptFiles();
    const manifest: Manifest = { format: 1, made: now().toISOString(), auditKey: auditKeyMark(), ...dump, files };
    await writeArchive(join(folder, "archive"), folder, manifest);
    await rename(join(folder, "archive"), file);
    const rows = dump.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${file}: ${dump.tables.length} tables with ${rows} rows, ${files.length} files.`);
    console.log("Keep the audit key elsewhere: AUDIT_KEY, or audit.key in DATA_DIR. It is not in the backup.");
  } finally {
    await rm(folder, { recursive: true, force: true });
    await connection.close();
  }
}

/** Paths of everything that people attached, as they lie in DATA_DIR. */
async function keptFiles(): Promise<string[]> {
  const root = join(env.DATA_DIR, "files");
  const entries = existsSync(root) ? await readdir(root, { recursive: true, withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
    .map((entry) => `files/${basename(entry.parentPath)}/${entry.name}`)
    .sort();
}

async function writeArchive(place: string, folder: string, manifest: Manifest): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(place, { mode: 0o600 }));
  const filled = fill(archive, folder, manifest).catch((error: Error) => {
    archive.destroy(error);
    throw error;
  });
  await Promise.all([written, filled]);
}

async function fill(archive: Pack, folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify(manifest);
  await new Promise<void>((done, fail) =>
    archive.entry({ name: MANIFEST }, text, (error) => (error ? fail(error) : done())),
  );
  for (const { name } of manifest.tables) await add(archive, `tables/${name}.copy`, join(folder, `${name}.copy`));
  for (const name of manifest.files) await add(archive, name, join(env.DATA_DIR, name));
  archive.finalize();
}

async function add(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name, size }));
}
