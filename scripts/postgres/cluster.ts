import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { give, runAs, type Identity } from "./identity.ts";
import type { Binaries } from "./home.ts";

export type Cluster = { folder: string; as: Identity; binaries: Binaries };

export const SUPERUSER = "postgres";

const exists = (folder: string) => existsSync(path.join(folder, "PG_VERSION"));

/** Makes the cluster beside its place, then renames it: a crash or a race never leaves half a cluster. */
export function makeCluster({ folder, as, binaries }: Cluster, password: string): void {
  if (exists(folder)) return;
  const work = mkdtempSync(path.join(path.dirname(folder), ".pg-init-"));
  const passwordFile = path.join(work, "password");
  const fresh = path.join(work, "data");
  give(work, as);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, as);
  const locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  try {
    const made = runAs(as, binaries.initdb, ["-D", fresh, "-U", SUPERUSER, `--pwfile=${passwordFile}`, "-A", "scram-sha-256", ...locale]);
    if (!made.ok) throw new Error(`initdb: ${made.text}`);
    renameSync(fresh, folder);
  } catch (error) {
    if (!exists(folder)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** After kill -9 the pid file may name a zombie or, after a restart of the machine, an unrelated process: both `pg_ctl status` and the
 * server take these for a running server. A pid that no longer exists is left to PostgreSQL itself. */
function dropStalePidFile(folder: string): void {
  const file = path.join(folder, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file)) return;
  const commandLine = `/proc/${readFileSync(file, "utf8").split("\n")[0]!.trim()}/cmdline`;
  if (!existsSync(commandLine)) return;
  if (!readFileSync(commandLine, "utf8").includes("postgres")) rmSync(file, { force: true }); // a zombie's is empty
}

export function isRunning({ folder, as, binaries }: Cluster): boolean {
  if (!exists(folder)) return false;
  dropStalePidFile(folder);
  return runAs(as, binaries.pg_ctl, ["status", "-D", folder]).ok;
}

/** The server becomes its own session: it outlives this process, and its folder alone is enough to find, reuse or stop it. */
export const tryToStart = ({ folder, as, binaries }: Cluster, port: number, flags: string) =>
  runAs(as, binaries.pg_ctl, [
    ...["start", "-w", "-t", "60", "-D", folder, "-l", logFile(folder)],
    ...["-o", `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 ${flags}`],
  ]);

export function stopCluster(cluster: Cluster, mode: "fast" | "immediate" = "fast"): void {
  if (!isRunning(cluster)) return;
  const stopped = runAs(cluster.as, cluster.binaries.pg_ctl, ["stop", "-w", "-t", "60", "-m", mode, "-D", cluster.folder]);
  if (!stopped.ok && isRunning(cluster)) throw new Error(`pg_ctl stop: ${stopped.text}`);
}

const logFile = (folder: string) => path.join(folder, "server.log");

export const lastWords = (folder: string) => (existsSync(logFile(folder)) ? readFileSync(logFile(folder), "utf8").slice(-2000) : "");

/** Process id and port of the running server. */
export function address(folder: string): { pid: number; port: number } {
  const line = readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
  return { pid: Number(line[0]), port: Number(line[3]) };
}
