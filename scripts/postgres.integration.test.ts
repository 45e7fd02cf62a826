import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres, wipePostgres } from "./postgres.ts";

function folder(mode: number): string {
  const parent = mkdtempSync(path.join(tmpdir(), "postgres-"));
  chmodSync(parent, mode);
  const dataDir = path.join(parent, "cluster");
  onTestFinished(async () => {
    await wipePostgres(dataDir);
    rmSync(parent, { recursive: true, force: true });
  });
  return dataDir;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

// As root the server runs as another user, who can't enter a folder of mode 0700.
test.each([
  ["0755", 0o755],
  ["0700", 0o700],
])("in a folder of mode %s a committed row survives kill -9 of the server", async (_name, mode) => {
  const dataDir = folder(mode);
  const first = await startPostgres({ dataDir });
  await query(first.url, "create table kept as select 42 as id");
  process.kill(first.pid, "SIGKILL");
  const second = await startPostgres({ dataDir, port: first.port });
  expect(second).toMatchObject({ port: first.port, url: first.url });
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.url, "select id from kept")).toEqual([42]);
});

test("a running server is found by its folder and reused; a wiped one begins with nothing", async () => {
  const dataDir = folder(0o755);
  const first = await startPostgres({ dataDir, database: "one" });
  const second = await startPostgres({ dataDir, database: "two" });
  expect(second).toMatchObject({ reused: true, pid: first.pid });
  expect(await query(second.url, "select datname from pg_database where datname in ('one', 'two') order by 1")).toEqual(["one", "two"]);
  await wipePostgres(dataDir);
  const third = await startPostgres({ dataDir });
  expect(third.url.split("@")[0]).not.toBe(first.url.split("@")[0]);
  expect(await query(third.url, "select datname from pg_database where datname in ('one', 'two')")).toEqual([]);
});
