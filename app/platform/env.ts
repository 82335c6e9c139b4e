import { resolve } from "node:path";
import * as z from "zod";

const postgresAddress = z.string().regex(/^postgres(ql)?:\/\//, "must be an address that begins with postgresql://");
const webAddress = z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" });
const oneOf = <const T extends [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `must be ${values.length > 1 ? "one of " : ""}${values.join(", ")}` });

const variables = z.object({
  NODE_ENV: z.string().default("production"),
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int("must be a whole number")
    .min(1, "must be between 1 and 65535")
    .max(65535, "must be between 1 and 65535")
    .default(3000),
  HOST: z.string().optional(),
  APP_URL: webAddress.optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  DATA_DIR: z.string().default(".data"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: webAddress.optional(),
  MAIL_FROM: z.string().optional(),
  CONTACT_ADDRESS: z.email("must be an e-mail address").optional(),
  S3_ENDPOINT: z.undefined("is not supported yet: leave it out, files are kept in DATA_DIR").optional(),
  STARTER: oneOf("demo", "none").optional(),
  AUDIT_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  STAFF_SECOND_FACTOR: oneOf("required", "optional").optional(),
  WORKER: oneOf("inline", "off", "only").default("inline"),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
});

const rules = variables
  .refine((v) => !v.DATABASE_OWNER_URL || v.DATABASE_URL, {
    path: ["DATABASE_OWNER_URL"],
    error: "needs DATABASE_URL as well",
  })
  .refine((v) => !v.RESEND_API_KEY || v.MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "must be set when RESEND_API_KEY is set",
  })
  .refine((v) => v.STAFF_SECOND_FACTOR !== "optional" || starterOf(v) === "demo", {
    path: ["STAFF_SECOND_FACTOR"],
    error: 'may be "optional" only together with demo accounts (STARTER=demo)',
  });

/** Demo content comes by itself only into the embedded database; R16 allows it nowhere else unless asked for. */
function starterOf(v: z.output<typeof variables>): "demo" | "none" {
  return v.STARTER ?? (v.DATABASE_URL ? "none" : "demo");
}

const schema = rules.transform((v) => ({
  ...v,
  DATA_DIR: resolve(v.DATA_DIR),
  APP_URL: (v.APP_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, ""),
  MAIL_FROM: v.MAIL_FROM ?? "Partner2Connect <no-reply@localhost>",
  CONTACT_ADDRESS: v.CONTACT_ADDRESS ?? "secretariat@localhost",
  STARTER: starterOf(v),
  STAFF_SECOND_FACTOR: v.STAFF_SECOND_FACTOR ?? (starterOf(v) === "demo" ? "optional" : "required"),
}));

/** Every setting of this application, checked and with its defaults filled in. */
export type Env = z.output<typeof schema>;

type ParsedEnv = { ok: true; env: Env } | { ok: false; sentence: string };

/** Checks all variables at once. An empty variable counts as unset. A failure is one sentence about the first wrong one. */
export function parseEnv(source: Record<string, string | undefined>): ParsedEnv {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(filled);
  if (result.success) return { ok: true, env: result.data };
  const issue = result.error.issues[0];
  return { ok: false, sentence: `The variable ${issue?.path.join(".")} ${issue?.message}.` };
}

function readEnv(): Env {
  const parsed = parseEnv(process.env);
  if (parsed.ok) return parsed.env;
  process.stderr.write(`${parsed.sentence}\n`);
  process.exit(1);
}

/** Read once, when this module is first loaded; a wrong value ends the process with one sentence. */
export const env: Env = readEnv();
