import pg from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/support/database";
import { advisoryLocks } from "./locks";

/** Ends the connections that hold locks, as a database that goes away does; answers how many there were. */
async function loseLocks(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'bim-locks'`,
  );
  await client.end();
  return rowCount ?? 0;
}

test("a database that goes away while work holds a lock fails the work, not the process; afterwards the lock can be had again", async () => {
  const { url } = await freshDatabase();
  const hold = advisoryLocks(url, 2);
  const died: unknown[] = [];
  const note = (error: unknown) => void died.push(error);
  process.on("uncaughtExceptionMonitor", note);
  const held = hold("mail:1", async () => {
    expect(await loseLocks(url)).toBe(1);
    return "done";
  });
  await expect(held).rejects.toThrow();
  expect(await hold("mail:1", () => Promise.resolve("done"))).toBe("done");
  process.off("uncaughtExceptionMonitor", note);
  expect(died).toEqual([]);
});
