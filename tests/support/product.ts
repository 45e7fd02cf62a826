import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inProject } from "../../scripts/root.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";
import { freePorts } from "../../scripts/stack/ports.ts";
import { openPhones, type CourierPhone } from "../../scripts/story/courier-phone.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { sampleOrder, type OrderBody } from "../../scripts/story/sample-orders.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { freshDatabase } from "./database.ts";
import { openWire } from "./wire.ts";

export const DEMO = "demo.myshopify.com";
/** Faults cost seconds: an authority that hangs is given up for silent sooner than in production. */
const IMPATIENT = { EC_SRI_TIMEOUT_MS: "1500" };

/**
 * The whole product, running on data of its own, with hands in it: the world outside, wires to Shopify and to the authority, the stored rows,
 * and its commands in this process. Call it in `beforeAll` and return its `stop` from there.
 */
export async function aProduct(name: string) {
  const [port = 0] = await freePorts(1);
  const [shopify, authority] = [await openWire(`http://127.0.0.1:${port}`), await openWire(`http://127.0.0.1:${port}`)];
  const settings = { ...IMPATIENT, SHOPIFY_BASE_URL: shopify.url, EC_SRI_TEST_URL: `${authority.url}/tax-authorities/ec-sri` };
  const { url: database } = await freshDatabase();
  const dataDir = inProject(".data", `test-${name}`);
  const stack = await startStack({ dataDir, database, fresh: true, ports: { sandbox: port }, env: settings });
  const stop = async (): Promise<void> => {
    following.stop();
    await (await queue()).stop();
    await closeDatabase();
    await stack.stop();
    await Promise.all([shopify.close(), authority.close()]);
  };
  Object.assign(process.env, stack.env, { NODE_ENV: "test", ROLE: "web", LOG_LEVEL: "silent" });
  const { ports, commands, queries, queue } = await import("~/composition.server");
  const { closeDatabase } = await import("~/db.server");
  const { followClock } = await import("~/adapters/clock/follow");
  const following = await followClock({ url: stack.env.CLOCK_URL!, name: `test-${name}`, log: ports.log });
  const shop = (await ports.store.shopByDomain(DEMO))!;
  const s = ports.store.of(shop.id);
  const phones = await openPhones(linksOf(stack.dataDir));
  return {
    stop,
    stack,
    world: worldAt(stack.urls.sandbox),
    ports,
    commands,
    queries,
    shop,
    s,
    phones,
    wires: { shopify, authority },
    ...handsIn({ stack, phones, shop, s }),
  };
}
export type Product = Awaited<ReturnType<typeof aProduct>>;

type Inside = { stack: Stack; phones: Map<string, CourierPhone>; shop: Shop; s: ShopStore };

function handsIn({ stack, phones, shop, s }: Inside) {
  let placed = 0;
  let delivered = 0;
  const post = (path: string, body: unknown) =>
    fetch(stack.urls.sandbox + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

  /** A shopper's order; by default paid on delivery, with fiscal data, to a place that a zone covers. */
  async function place(change: Partial<OrderBody> = {}): Promise<{ gid: string; name: string }> {
    const { discount: _discount, ...body } = sampleOrder(placed++ * 5);
    const answer = await post("/sandbox/orders", { ...body, payment: "cash_on_delivery", ...change });
    if (!answer.ok) throw new Error(`the store refused the order: ${await answer.text()}`);
    const { id, name } = (await answer.json()) as { id: string; name: string };
    return { gid: id, name };
  }

  /** Waits until the order is known. */
  const received = (gid: string) => until(`${gid} received`, () => s.orderByGid(gid));

  /** Waits until the order has its courier. */
  const assigned = (gid: string) =>
    until(`a courier for ${gid}`, async () => {
      const order = await s.orderByGid(gid);
      const delivery = order && (await s.deliveriesOfOrder(order.id))[0];
      return delivery?.courierId ? { order, delivery, courierId: delivery.courierId } : null;
    });

  /** The courier's phone and the address of the order's page on it. */
  async function onPhone(gid: string): Promise<{ phone: CourierPhone; stop: string }> {
    const { delivery, courierId } = await assigned(gid);
    const courier = (await s.couriers()).find(({ id }) => id === courierId)!;
    return { phone: phones.get(courier.name)!, stop: `${stack.urls.app}/courier/${shop.publicKey}/deliveries/${delivery.id}` };
  }

  /** What the courier does: set out, take the photo, confirm. */
  async function deliver(gid: string): Promise<void> {
    const { phone, stop } = await onPhone(gid);
    await phone.start(stop);
    await phone.confirm(stop, { photo: await doorPhoto(++delivered), receivedBy: "María", reportId: randomUUID() });
  }

  const documentOf = async (gid: string) => {
    const order = await s.orderByGid(gid);
    return order && ((await s.invoicesOfOrder(order.id))[0] ?? null);
  };
  type Document = NonNullable<Awaited<ReturnType<typeof documentOf>>>;
  const documentWhen = (what: string, gid: string, holds: (document: Document) => boolean) =>
    until(`${what}: ${gid}`, async () => {
      const document = await documentOf(gid);
      return document && holds(document) ? document : null;
    });

  return {
    post,
    place,
    received,
    assigned,
    onPhone,
    deliver,
    documentOf,
    documentWhen,
    /** Waits until the buyer has the invoice and the order knows it. */
    finished: (gid: string) =>
      documentWhen("invoiced", gid, ({ state, writtenBackAt }) => state === "delivered_to_buyer" && writtenBackAt !== null),
    waitsUnder: (code: string, gid: string) => documentWhen(`waiting under ${code}`, gid, ({ attention }) => attention?.code === code),
    events: async (gid: string) => s.eventsOfOrder((await s.orderByGid(gid))!.id),
    fault: async (fault: { part: string; kind: string; code?: string | number; count?: number; ms?: number }) => {
      const answer = await post("/sandbox/faults", fault);
      if (!answer.ok) throw new Error(await answer.text());
    },
    /** Moves the time of the sandbox and of every process of the product, this one too; without a body: back to real time. */
    clock: async (move?: { advance: string } | { set: string }) => {
      const path = "/sandbox/clock";
      const answer = await (move ? post(path, move) : fetch(stack.urls.sandbox + path, { method: "DELETE" }));
      if (!answer.ok) throw new Error(await answer.text());
      return new Date(((await answer.json()) as { now: string }).now);
    },
    faultsEnd: async () => void (await fetch(`${stack.urls.sandbox}/sandbox/faults`, { method: "DELETE" })),
    rows: <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => rowsOf<T>(stack.urls.database, sql, values),
  };
}

/** What the seed left for the couriers: name → link. */
export const linksOf = (dataDir: string) => JSON.parse(readFileSync(path.join(dataDir, "links.json"), "utf8")) as Record<string, string>;

/** Reads the database as no part of the product does: past its store. */
export async function rowsOf<T extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
