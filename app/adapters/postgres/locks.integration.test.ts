import pg from "pg";
import { expect, test } from "vitest";
import { courierWorld } from "~/testing/courier-world";
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

test("of two changes that wait for each other one is begun anew, and both are made", async () => {
  await freshDatabase();
  const { ports, aShop } = await courierWorld();
  const { shop } = await aShop("deadlock.myshopify.com");
  let begun = 0;
  let release = () => {};
  const bothHold = new Promise<void>((resolve) => (release = resolve));
  const change = (first: string, second: string) =>
    ports.store.change(shop.id, async (s) => {
      await s.lock(first);
      // Each has its first lock before it asks for the other's.
      if (++begun === 2) release();
      await bothHold;
      await s.lock(second);
      return first;
    });
  expect(await Promise.all([change("a", "b"), change("b", "a")])).toEqual(["a", "b"]);
  expect(begun).toBe(3);
});
