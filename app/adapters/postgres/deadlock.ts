/** Work that met a deadlock is begun anew so often; the other side of it is done by then. */
const TRIES = 3;

/** PostgreSQL's own code, wherever the client has put it, and the client's for the same. */
const CODES = ["40P01", "P2034"];

/** Whether PostgreSQL ended a transaction because it and another waited for each other. Nothing of it was kept. */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  return (
    CODES.includes(String(code)) ||
    /40P01|deadlock detected/.test(`${error.message} ${JSON.stringify(meta ?? "")}`) ||
    isDeadlock(error.cause)
  );
}

/** Does work in a transaction of its own, anew where that one was ended by a deadlock. */
export async function beyondDeadlocks<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await transaction();
    } catch (error) {
      if (tried === TRIES || !isDeadlock(error)) throw error;
    }
}
