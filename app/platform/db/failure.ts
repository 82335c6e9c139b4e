/** SQLSTATE or Prisma code of a database error, wherever the adapter put it. */
export function databaseCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause, meta } = error as {
    code?: unknown;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown; code?: unknown };
  };
  const inner = databaseCode(meta?.driverAdapterError) ?? databaseCode(cause);
  if (inner) return inner;
  const original = (error as { originalCode?: unknown }).originalCode ?? meta?.code ?? code;
  return typeof original === "string" ? original : undefined;
}

// Time-outs of pool, transaction and lock; connections lost or refused; shutdown.
const unavailable =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|P2034|55P03|57P0\d|57014|08\w{3}|53\d{3}|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** Whether the database could not be asked just now: answered as 503 with Retry-After (E9). */
export const isUnavailable = (error: unknown): boolean =>
  unavailable.test(databaseCode(error) ?? "") ||
  /timeout exceeded when trying to connect|Connection terminated/.test(String(error));
