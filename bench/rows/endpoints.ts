import { createHmac, randomUUID } from "node:crypto";
import pg from "pg";
import type { Stack } from "../../scripts/stack.ts";
import { atRate, oneByOne } from "../load.ts";
import type { Row } from "../row.ts";

const LOAD = { perSecond: 30, seconds: 20 };
const json = { "Content-Type": "application/json" };

/** What the database alone needs for a row made durable: nothing that stores anything can be faster. */
export async function bareInsert(stack: Stack): Promise<number> {
  const client = new pg.Client(stack.urls.database);
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS bench_bare (id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
  const { p99 } = await oneByOne(300, () => client.query("INSERT INTO bench_bare (id) VALUES ($1)", [randomUUID()]));
  await client.query("DROP TABLE bench_bare");
  await client.end();
  return p99;
}

export async function webhooks(stack: Stack, insert: number): Promise<Row> {
  const send = (n: number) => {
    const body = JSON.stringify({ admin_graphql_api_id: `gid://shopify/Order/${9_000_000_000 + n}`, id: 9_000_000_000 + n });
    const headers = {
      ...json,
      "X-Shopify-Topic": "orders/updated",
      "X-Shopify-Shop-Domain": "demo.myshopify.com",
      "X-Shopify-API-Version": "2026-10",
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": randomUUID(),
      "X-Shopify-Triggered-At": new Date().toISOString(),
      "X-Shopify-Hmac-Sha256": createHmac("sha256", stack.env.SHOPIFY_API_SECRET!).update(body).digest("base64"),
    };
    return fetch(`${stack.urls.app}/webhooks/orders/updated`, { method: "POST", headers, body }).then((answer) => answer.ok);
  };
  await oneByOne(30, (n) => send(-1 - n));
  const { p99, failures } = await atRate({ ...LOAD, request: send });
  return {
    name: "webhook accepted, p99 at 30/s",
    value: p99,
    unit: "ms",
    goal: 50,
    better: "lower",
    baseline: { name: "bare INSERT p99", value: insert },
    note: refused(failures),
  };
}

const refused = (failures: number): string | undefined => (failures > 0 ? `${failures} REFUSED` : undefined);
