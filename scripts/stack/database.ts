import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inProject } from "../root.ts";
import { runTool } from "../tool.ts";

const migrationNames = () => {
  const folder = inProject("prisma", "migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
};

async function appliedMigrations(url: string): Promise<Set<string>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: known } = await client.query("select 1 from pg_tables where tablename = '_prisma_migrations'");
    if (known.length === 0) return new Set();
    const { rows } = await client.query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null",
    );
    return new Set(rows.map(({ name }) => name));
  } finally {
    await client.end();
  }
}

/** `prisma migrate deploy`, when a migration is missing (it takes seconds to find out by itself). */
export async function migrate(url: string): Promise<void> {
  const applied = await appliedMigrations(url);
  if (migrationNames().every((name) => applied.has(name))) return;
  await runTool(path.join("prisma", "build", "index.js"), ["migrate", "deploy"], { DATABASE_URL: url });
}
