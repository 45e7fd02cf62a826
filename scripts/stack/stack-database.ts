import { setTimeout as pause } from "node:timers/promises";
import { startPostgres, type PostgresServer } from "../postgres.ts";

/** Where a stack keeps its rows. */
export type StackDatabase = {
  url: string;
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts a killed one again, on the same port and data. */
  restart: () => Promise<void>;
  stop: () => void;
};

/** A PostgreSQL of the stack's own. */
export async function ownPostgres(dataDir: string): Promise<StackDatabase> {
  let server = await startPostgres({ dataDir });
  return {
    url: server.url,
    kill: (signal) => killPostgres(server, signal),
    restart: async () => void (server = await startPostgres({ dataDir, port: server.port })),
    stop: () => server.stop(),
  };
}

/** A database of a server that is somebody else's to start and to end. */
export function lentDatabase(url: string): StackDatabase {
  const refuse = () => Promise.reject(new Error("This stack runs on a database that it was lent: only its own can be killed."));
  return { url, kill: refuse, restart: refuse, stop: () => undefined };
}

async function killPostgres(server: PostgresServer, signal: NodeJS.Signals): Promise<void> {
  process.kill(server.pid, signal);
  for (;;) {
    try {
      process.kill(server.pid, 0);
    } catch {
      return; // no such process any more
    }
    await pause(20);
  }
}
