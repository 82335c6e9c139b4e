import pino from "pino";
import { env } from "./env";

/** The log of this process: JSON lines on standard output. Secrets and what people typed never belong in it (R33). */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: ["req.headers.cookie", "req.headers.authorization", "password", "token", "secret"],
  formatters: { level: (label) => ({ level: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});
