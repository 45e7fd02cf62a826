import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A migrated, empty database of its own for a test file; also put into DATABASE_URL, so that `~/db.server` imported afterwards uses it.
 * It is dropped with the next run: call this at the top of the file or in `beforeAll`. */
export async function freshDatabase(): Promise<{ url: string }> {
  const { adminUrl, template } = inject("database");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = name;
  process.env.DATABASE_URL = url.href;
  return { url: url.href };
}
