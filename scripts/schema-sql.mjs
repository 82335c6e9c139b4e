// Prints the SQL that turns the schema of a git revision (default: nothing) into the one in prisma/: an aid for writing migrations
// where Prisma's own schema engine cannot be downloaded. Usage: node scripts/schema-sql.mjs [git-revision]
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

// The package expects a bundler to load its .wasm file; Node 20 cannot, so it is instantiated by hand.
const folder = new URL("../node_modules/@prisma/schema-engine-wasm/", import.meta.url);
const glue = await import(new URL("schema_engine_bg.js", folder).href);
const wasm = await WebAssembly.instantiate(readFileSync(new URL("schema_engine_bg.wasm", folder)), {
  "./schema_engine_bg.js": glue,
});
glue.__wbg_set_wasm(wasm.instance.exports);
wasm.instance.exports.__wbindgen_start();
const { SchemaEngine } = glue;

const paths = ["prisma/schema.prisma", ...readdirSync("prisma/models").map((file) => `prisma/models/${file}`)];
const now = paths.map((path) => ({ path, content: readFileSync(path, "utf8") }));
const revision = process.argv[2];
const before = revision
  ? execFileSync("git", ["ls-tree", "-r", "--name-only", revision, "prisma"], { encoding: "utf8" })
      .split("\n")
      .filter((path) => path.endsWith(".prisma"))
      .map((path) => ({ path, content: execFileSync("git", ["show", `${revision}:${path}`], { encoding: "utf8" }) }))
  : [];
// A difference between two texts needs no database, but the engine insists on a connection: this one answers nothing.
const answer = async () => ({ columnNames: [], columnTypes: [], rows: [] });
const connection = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: answer,
  executeRaw: async () => 0,
  executeScript: async () => {},
  dispose: async () => {},
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
};
const adapter = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => connection,
  connectToShadowDb: async () => connection,
};
const engine = await SchemaEngine.new(
  { datamodels: now.map(({ path, content }) => [path, content]) },
  () => {},
  bindMigrationAwareSqlAdapterFactory(adapter),
);
const result = await engine.diff({
  from: before.length ? { tag: "schemaDatamodel", files: before } : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: now },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(result.stdout ?? "");
