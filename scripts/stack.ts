// The whole product on this machine: PostgreSQL, sandbox, web and worker as processes of their own, on their own data and ports.
// Used by the demo, the story, the browser tests, the bench and the tests that kill processes.
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { buildIfChanged } from "./build.ts";
import { wipePostgres } from "./postgres.ts";
import { inProject } from "./root.ts";
import { migrate } from "./stack/database.ts";
import { holdFolder, OWNERSHIP } from "./stack/hold.ts";
import { choosePorts, type Ports } from "./stack/ports.ts";
import { Processes, type Death, type NodeProcessName } from "./stack/processes.ts";
import { secretsOf, writeSettings, type Settings } from "./stack/secrets.ts";
import { settingsFor, urlsOf, type Urls } from "./stack/settings.ts";
import { lentDatabase, ownPostgres } from "./stack/stack-database.ts";
import { runNode } from "./tool.ts";

export { PortTaken, type Ports } from "./stack/ports.ts";
export type { Death } from "./stack/processes.ts";

export type ProcessName = NodeProcessName | "postgres";
type Report = <T>(label: string, work: () => Promise<T>) => Promise<T>;

export type StackOptions = {
  /** Database, files, settings (`env`) and logs live here; one stack at a time uses it. */
  dataDir: string;
  /** A port that is not named is a free one; a named one that is taken is refused with `PortTaken`. */
  ports?: Partial<Ports>;
  /** Begin with nothing: the data folder is emptied first. */
  fresh?: boolean;
  /** The address of a database that is lent to it; absent: a PostgreSQL of its own, which alone can be killed. */
  database?: string;
  /** false: take the build that is there. */
  build?: boolean;
  /** Settings over those of the sandbox. */
  env?: Settings;
  /** Aborted: the start is given up at its next step. */
  signal?: AbortSignal;
  /** Is given each step of the start to run. */
  report?: Report;
};

export type Stack = {
  urls: Urls;
  /** The settings the processes run under: for scripts that join them. */
  env: Settings;
  dataDir: string;
  /** Resolves when a process ends that nobody has asked to end. */
  died: Promise<Death>;
  /** Ends one process with a signal (default SIGKILL) and waits until it is gone. */
  kill: (name: ProcessName, signal?: NodeJS.Signals) => Promise<void>;
  /** Starts an ended process again, on the same port and data, and waits until it is well. */
  restart: (name: ProcessName) => Promise<void>;
  /** Ends all processes in order; the data stays. */
  stop: () => Promise<void>;
};

const quietly: Report = (_label, work) => work();

async function wipe(dataDir: string, postgresDir: string): Promise<void> {
  await wipePostgres(postgresDir);
  for (const name of readdirSync(dataDir)) if (name !== OWNERSHIP) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}

/** Starts everything and waits until all of it is well. When that fails, nothing is left running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const report: Report = (label, work) => {
    options.signal?.throwIfAborted();
    return (options.report ?? quietly)(label, work);
  };
  const dataDir = path.resolve(options.dataDir);
  const postgresDir = path.join(dataDir, "postgres");
  const settingsFile = path.join(dataDir, "env");
  const hold = await holdFolder(dataDir);
  const undo: (() => Promise<void> | void)[] = [() => hold.release()];
  const stop = async () => {
    for (let last = undo.pop(); last; last = undo.pop()) await last();
  };
  try {
    const ports = await choosePorts(options.ports ?? {});
    if (options.fresh) await wipe(dataDir, postgresDir);
    const { database: lent } = options;
    const database = lent ? lentDatabase(lent) : await report("Starting PostgreSQL", () => ownPostgres(postgresDir));
    undo.push(() => database.stop());
    const urls = urlsOf(ports, database.url);
    const env = { ...settingsFor(dataDir, ports, urls, secretsOf(settingsFile)), ...options.env };
    writeSettings(settingsFile, env);
    if (options.build !== false) await report("Building what has changed", buildIfChanged);
    await report("Bringing the database up to date", () => migrate(database.url));
    const processes = new Processes({ dataDir, ports, env, hold, signal: options.signal });
    undo.push(() => processes.stop());
    await report("Seeding the demo shop", () => runNode([inProject("build", "seed.js")], env));
    await report("Starting sandbox, web and worker", () => processes.startAll());
    await report("Installing the app in the demo shop", () => processes.untilInstalled());
    return {
      ...{ urls, env, dataDir, stop, died: processes.died },
      kill: (name, signal = "SIGKILL") => (name === "postgres" ? database.kill(signal) : processes.kill(name, signal)),
      restart: (name) => (name === "postgres" ? database.restart() : processes.start(name)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
