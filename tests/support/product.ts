import pg from "pg";
import { afterAll } from "vitest";
import { inProject } from "../../scripts/root.ts";
import { startStack } from "../../scripts/stack.ts";
import { freePorts } from "../../scripts/stack/ports.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { sampleOrder, type OrderBody } from "../../scripts/story/sample-orders.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import { openWire } from "./wire.ts";

export const DEMO = "demo.myshopify.com";
/** Faults cost seconds: an authority that hangs is given up for silent sooner than in production. */
const IMPATIENT = { EC_SRI_TIMEOUT_MS: "1500" };

/**
 * The whole product, running on data of its own, with hands in it: the world outside, wires to Shopify and to the authority, the stored rows,
 * and its commands in this process. Call it in `beforeAll`; it stops with the file.
 */
export async function aProduct(name: string) {
  const [port = 0] = await freePorts(1);
  const [shopify, authority] = [await openWire(`http://127.0.0.1:${port}`), await openWire(`http://127.0.0.1:${port}`)];
  const settings = { ...IMPATIENT, SHOPIFY_BASE_URL: shopify.url, EC_SRI_TEST_URL: `${authority.url}/tax-authorities/ec-sri` };
  const stack = await startStack({ dataDir: inProject(".data", `test-${name}`), fresh: true, ports: { sandbox: port }, env: settings });
  afterAll(() => Promise.all([stack.stop(), shopify.close(), authority.close()]));
  Object.assign(process.env, stack.env, { NODE_ENV: "test", ROLE: "web", LOG_LEVEL: "silent" });
  const { ports, commands } = await import("~/composition.server");
  const shop = (await ports.store.shopByDomain(DEMO))!;
  const s = ports.store.of(shop.id);
  return { stack, world: worldAt(stack.urls.sandbox), ports, commands, shop, s, wires: { shopify, authority }, ...handsIn({ stack, ports, commands, shop, s }) };
}
export type Product = Awaited<ReturnType<typeof aProduct>>;

type Composition = typeof import("~/composition.server");
type Inside = { stack: Awaited<ReturnType<typeof startStack>>; shop: { id: string }; s: ReturnType<Composition["ports"]["store"]["of"]> } & Pick<Composition, "ports" | "commands">;

function handsIn({ stack, ports, commands, shop, s }: Inside) {
  let placed = 0;
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

  /** Waits until the order has its courier. */
  const assigned = (gid: string) =>
    until(`a courier for ${gid}`, async () => {
      const order = await s.orderByGid(gid);
      const delivery = order && (await s.deliveryOfOrder(order.id));
      return delivery?.courierId ? { order, delivery, courierId: delivery.courierId } : null;
    });

  /** What the courier's phone does: set out, take the photo, confirm. */
  async function deliver(gid: string): Promise<void> {
    const { delivery, courierId } = await assigned(gid);
    const mine = { shopId: shop.id, courierId, deliveryId: delivery.id };
    await commands.startDelivery(mine);
    const photo = new Uint8Array(await doorPhoto(placed));
    await commands.confirmDelivery({ ...mine, confirmationId: ports.ids.uuid(), receivedBy: "María", photo, happenedAt: new Date() });
  }

  const documentOf = async (gid: string) => {
    const order = await s.orderByGid(gid);
    return order && (await s.documentOfOrder(order.id));
  };
  type Document = NonNullable<Awaited<ReturnType<typeof documentOf>>>;
  const documentWhen = (what: string, gid: string, holds: (document: Document) => boolean) =>
    until(`${what}: ${gid}`, async () => {
      const document = await documentOf(gid);
      return document && holds(document) ? document : null;
    });

  return {
    post, place, assigned, deliver, documentOf,
    documentWhen,
    /** Waits until the buyer has the invoice and the order knows it. */
    finished: (gid: string) => documentWhen("invoiced", gid, ({ state, writtenBackAt }) => state === "delivered_to_buyer" && writtenBackAt !== null),
    waitsUnder: (code: string, gid: string) => documentWhen(`waiting under ${code}`, gid, ({ attention }) => attention?.code === code),
    events: async (gid: string) => s.eventsOfOrder((await s.orderByGid(gid))!.id),
    fault: async (fault: { part: string; kind: string; code?: string | number; count?: number; ms?: number }) => {
      const answer = await post("/sandbox/faults", fault);
      if (!answer.ok) throw new Error(await answer.text());
    },
    faultsEnd: async () => void (await fetch(`${stack.urls.sandbox}/sandbox/faults`, { method: "DELETE" })),
    rows: <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => rowsOf<T>(stack.urls.database, sql, values),
  };
}

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
