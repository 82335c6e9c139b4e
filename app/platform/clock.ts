let current: () => Date = () => new Date();

/** The present instant. Everything that asks for the time asks here, so that tests can move it. */
export const now = (): Date => current();

/** Today in UTC as YYYY-MM-DD. */
export const today = (): string => now().toISOString().slice(0, 10);

/** For tests and the starter content: another clock, or the real one again. */
export function setClock(clock: Date | (() => Date) | null): void {
  current = clock === null ? () => new Date() : clock instanceof Date ? () => clock : clock;
}
