import { arrivalsOf, type Arrival } from "../arrivals.ts";
import type { Finding, PlacedOrder, Probe } from "../probe.ts";
import { NotPossible, spread, within } from "../wait.ts";

const WANTED = ["ORDERS_CREATE", "ORDERS_PAID"];
const isPaid = ({ payment }: PlacedOrder): boolean => payment === "card";

function missing(orders: PlacedOrder[], arrivals: Arrival[]): { topic: string; order: PlacedOrder }[] {
  const has = (topic: string, gid: string) => arrivals.some((one) => one.topic === topic && one.subjectGid === gid);
  return orders.flatMap((order) => [
    ...(has("ORDERS_CREATE", order.gid) ? [] : [{ topic: "ORDERS_CREATE", order }]),
    ...(isPaid(order) && !has("ORDERS_PAID", order.gid) ? [{ topic: "ORDERS_PAID", order }] : []),
  ]);
}

export const webhooksArrive: Probe = {
  name: "shopify/webhooks-arrive",
  what: "orders/create and orders/paid reach the app",
  mend: "shopify.app.toml (deployed?), the tunnel, app/routes/webhooks.$.ts",
  needs: ["shopify/create-orders"],
  async run({ database, shop, ports, orders, waitSeconds }) {
    const look = () =>
      arrivalsOf(
        database,
        shop.id,
        orders.map(({ gid }) => gid),
      );
    await within(waitSeconds, async () => (missing(orders, await look()).length === 0 ? true : null));
    const arrivals = (await look()).filter(({ topic }) => WANTED.includes(topic));
    const lost = missing(orders, arrivals);
    // What the sweep does every few minutes: nothing depends on a webhook.
    for (const { order } of lost) await ports.store.of(shop.id).enqueue("receive-order", { shopId: shop.id, orderGid: order.gid });
    const findings = lost.map(({ topic, order }): Finding => ({
      expected: `${topic} for ${order.name} within ${waitSeconds} s`,
      seen: "it did not come",
      severity: "blocks",
    }));
    const placed = (gid: string) => orders.find((order) => order.gid === gid)!.placedAt.getTime();
    const created = arrivals.filter(({ topic }) => topic === "ORDERS_CREATE");
    const facts = arrivals.map(({ topic, eventId, triggeredAt }) => ({
      [topic]: { eventId, triggeredAt: triggeredAt?.toISOString() ?? null },
    }));
    return {
      facts,
      findings,
      measures: spread(
        "orderCreate → webhook (ms)",
        created.map((one) => one.receivedAt.getTime() - placed(one.subjectGid)),
      ),
    };
  },
};

export const webhookForm: Probe = {
  name: "shopify/webhook-form",
  what: "headers and bodies of the webhooks are as the sandbox makes them",
  mend: "sandbox/shopify/webhooks/sender.ts",
  needs: ["shopify/webhooks-arrive"],
  run({ door, orders }) {
    if (!door)
      throw new NotPossible(
        "the app was started by somebody else, so nobody stood at its door: end npm run dev's app and let this command start it (docs/first-contact.md)",
      );
    const gids = new Set(orders.map(({ gid }) => gid));
    const ours = door.exchanges
      .filter(
        ({ path, requestHeaders }) =>
          path.startsWith("/webhooks/") && /^orders\/(create|paid)$/.test(String(requestHeaders["x-shopify-topic"])),
      )
      .map((exchange) => ({ exchange, body: JSON.parse(exchange.requestBody) as { admin_graphql_api_id?: string } }))
      .filter(({ body }) => gids.has(body.admin_graphql_api_id ?? ""));
    if (ours.length === 0) throw new Error("no webhook about our orders passed the door");
    const facts = ours.map(({ exchange, body }) => ({ headers: shopifyHeaders(exchange.requestHeaders), body }));
    const refused = ours.filter(({ exchange }) => exchange.status !== 200);
    const findings = refused.map(({ exchange }): Finding => ({
      expected: "the app answers 200",
      seen: String(exchange.status),
      severity: "blocks",
      mend: "app/routes/webhooks.$.ts",
    }));
    return Promise.resolve({
      facts,
      findings,
      measures: spread(
        "our answer (ms)",
        ours.map(({ exchange }) => exchange.ms),
      ),
    });
  },
};

const shopifyHeaders = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /^(x-)?shopify-|^content-type$/.test(name)));
