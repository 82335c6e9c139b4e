/** The closed set of refusals a command or query may throw. `platform/form.server.ts` turns them into answers. */

/** The actor may not do this: 403, recorded. */
export class Refused extends Error {
  constructor(
    readonly permission: string,
    readonly subject?: { organisationId?: string | null; id?: string | null },
  ) {
    super(`refused: ${permission}`);
  }
}

/** Somebody was faster, or the state does not allow it: 409. `key` is a message string (`ns:key?param=value`). */
export class Conflict extends Error {
  constructor(readonly key: string = "ui:error.conflict") {
    super(key);
  }
}

/** Input that only the command can judge: 422, message strings by field name ("" for the whole form). */
export class Invalid extends Error {
  constructor(readonly fields: Record<string, string[]>) {
    super("invalid input");
  }
}

/** Nothing here that this actor may see: 404. */
export class NotFound extends Error {
  constructor() {
    super("not found");
  }
}

/** Too many tries: 429 with Retry-After in seconds. `key` is a message that takes `minutes`. */
export class TooMany extends Error {
  constructor(
    readonly retryAfter: number,
    readonly key: string = "error.too_often",
  ) {
    super("too many");
  }
}

/** The value, or `NotFound`. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound();
  return value;
}
