import pg from "pg";
import type { TestProject } from "vitest/node";
import { generateClient } from "../../scripts/build.ts";
import { startPostgres } from "../../scripts/postgres.ts";
import { inProject } from "../../scripts/root.ts";
import { migrate } from "../../scripts/stack/database.ts";
import { fingerprint } from "../../scripts/stamp.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's administrative database, and the migrated one to copy. */
    database: { adminUrl: string; template: string };
  }
}

async function dropOld(adminUrl: string, keep: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^(test|template)_' and datname <> $1",
    [keep],
  );
  for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
  await client.end();
}

/** One real PostgreSQL for the run, with one migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  await generateClient();
  const template = `template_${fingerprint(["prisma/migrations"]).slice(0, 16)}`;
  // Data of tests need not survive a power cut; everything else is as in production.
  const server = await startPostgres({ dataDir: inProject(".data", "test", "postgres"), database: template, flags: "-c fsync=off" });
  await dropOld(server.urlOf("postgres"), template);
  await migrate(server.url);
  project.provide("database", { adminUrl: server.urlOf("postgres"), template });
  return () => server.stop("immediate");
}
