import pg from "pg";

/** Runs work while nobody else, in any process, runs work under the same name. */
export type Hold = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * Locks on connections of their own: work that waits for the world under a lock must not keep a connection (or a transaction) that others,
 * and it itself, need for rows. A process that dies lets go, because its connection ends.
 */
export function advisoryLocks(connectionString: string, most: number): Hold {
  const pool = new pg.Pool({ connectionString, max: most, application_name: "bim-locks", idleTimeoutMillis: 30_000 });
  // An idle connection that breaks is replaced at the next use.
  pool.on("error", () => undefined);
  return async (name, work) => {
    const client = await pool.connect();
    // One that breaks while the work is busy elsewhere has nobody to tell: the unlocking fails then, and the work with it. Unheard, it would
    // end the process.
    client.on("error", unheard);
    let broken = true;
    try {
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 1))", [name]);
      const result = await work();
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 1))", [name]);
      broken = false;
      return result;
    } finally {
      if (!broken) client.off("error", unheard);
      // After a failure the connection is closed, which releases the lock whatever state it is in.
      client.release(broken);
    }
  };
}

const unheard = (): void => undefined;
