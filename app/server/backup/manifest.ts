import * as z from "zod";
import { chainHash } from "~/audit/trail.server";
import { StartError } from "~/platform/start-error";

export const MANIFEST = "manifest.json";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself: the first thing in it. `auditKey` tells whether a server has the key of the trail, without giving it away. */
export const manifestSchema = z.object({
  format: z.literal(1),
  made: z.string(),
  auditKey: digest,
  head: z.object({ seq: z.string().regex(/^\d+$/), hash: z.string() }),
  migrations: z.array(z.object({ name: z.string(), checksum: digest })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      bytes: z.number(),
      sha256: digest,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  files: z.array(z.string()),
});

export type Manifest = z.output<typeof manifestSchema>;

/** The mark of this server's audit key. */
export const auditKeyMark = (): string => chainHash(new Uint8Array(), { purpose: "backup" }).toString("hex");

/** Reads a manifest. Throws StartError with one sentence for anything else. */
export function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new StartError("This is not a backup of this application, or its first part is damaged.");
  }
}
