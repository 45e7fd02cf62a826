import { plainZone } from "~/domain/zone/plain-zone";
import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "../../scripts/story/world.ts";
import { DEMO, aProduct, type Product } from "../support/product.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("arrivals");
  return product.stop;
});
beforeEach(async () => {
  await product.faultsEnd();
  product.wires.shopify.mend();
});

const signed = (body: string, secret = product.stack.env.SHOPIFY_API_SECRET!) =>
  createHmac("sha256", secret).update(body, "utf8").digest("base64");

type Sent = { topic?: string; body?: string; shop?: string; hmac?: string; eventId?: string; webhookId?: string; triggeredAt?: string };
async function webhook({
  topic = "orders/updated",
  body = orderBody(),
  shop = DEMO,
  hmac = signed(body),
  eventId = randomUUID(),
  webhookId = randomUUID(),
  triggeredAt = new Date().toISOString(),
}: Sent) {
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": hmac,
    "x-shopify-shop-domain": shop,
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": webhookId,
    "x-shopify-event-id": eventId,
    "x-shopify-triggered-at": triggeredAt,
  };
  const answer = await fetch(`${product.stack.urls.app}/webhooks/${topic}`, { method: "POST", body, headers });
  return { status: answer.status, webhookId };
}
const orderBody = (gid = "gid://shopify/Order/1") => JSON.stringify({ admin_graphql_api_id: gid, email: "ana@example.com" });

const stored = () => product.rows(`SELECT * FROM "WebhookDelivery" ORDER BY "receivedAt"`);
/** Every webhook was answered and every job is done. */
async function untilQuiet(): Promise<void> {
  const jobs = `SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name NOT LIKE '\\_\\_pgboss%' AND name <> 'sweep' LIMIT 1`;
  await until("quiet", async () => {
    const pending = (await (await fetch(`${product.stack.urls.sandbox}/sandbox/webhooks?state=pending`)).json()) as unknown[];
    return pending.length === 0 && (await product.rows(jobs)).length === 0;
  });
}

test.each<[what: string, sent: () => Sent, status: number]>([
  ["a wrong signature", () => ({ hmac: signed(orderBody(), "another secret") }), 401],
  ["a signature that is none", () => ({ hmac: "x" }), 401],
  ["a body that is not JSON", () => ({ body: "{" }), 400],
  ["an empty body", () => ({ body: "" }), 400],
  ["an order without its id", () => ({ body: JSON.stringify({ id: 7 }) }), 400],
  ["another kind of id", () => ({ body: orderBody("gid://shopify/Product/1") }), 400],
  ["a list where an order is due", () => ({ topic: "orders/create", body: "[]" }), 400],
  ["a topic that nobody subscribed to", () => ({ topic: "products/create", body: JSON.stringify({ id: 7 }) }), 400],
  ["a compliance topic that asks for no list", () => ({ topic: "customers/redact", body: '{"orders_to_redact":"all"}' }), 400],
  ["a time that is none", () => ({ triggeredAt: "yesterday" }), 400],
  ["a shop that is none of ours", () => ({ shop: "fremd.myshopify.com" }), 200],
])("%s is answered as Shopify expects and leaves nothing behind", async (_what, sent, status) => {
  await untilQuiet();
  const before = await stored();
  expect(await webhook(sent())).toMatchObject({ status });
  expect(await stored()).toEqual(before);
});

test("a webhook's address answers no GET", async () => {
  expect((await fetch(`${product.stack.urls.app}/webhooks/orders/create`)).status).toBe(405);
});

test.each([
  ["/nowhere", "en-GB,en;q=0.9", "en", "There is nothing here"],
  ["/nowhere", "de", "es", "Aquí no hay nada"],
  ["/courier/nobody.x", "en", "en", "This link does not work"],
])("the 404 of %s speaks to a browser that asks for %s, and says in which language", async (path, language, lang, words) => {
  const answer = await fetch(`${product.stack.urls.app}${path}`, { headers: { "Accept-Language": language } });
  const page = await answer.text();
  expect([answer.status, /<html lang="(\w+)"/.exec(page)?.[1], page.includes(words)]).toEqual([404, lang, true]);
});

test("a form of another site is refused in words, and makes no noise", async () => {
  const answer = await fetch(`${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${randomUUID()}`, {
    method: "POST",
    headers: { Origin: "https://evil.example" },
    body: new URLSearchParams({ intent: "start" }),
  });
  expect(answer.status).toBe(403);
});

test("of an order's webhook only ids are kept; one event under two webhook ids is handled once", async () => {
  const { gid } = await product.place();
  await untilQuiet();
  const eventId = randomUUID();
  const first = await webhook({ body: orderBody(gid), eventId });
  await untilQuiet();
  const second = await webhook({ body: orderBody(gid), eventId });
  await untilQuiet();
  const rows = (await stored()).filter((row) => row.eventId === eventId);
  expect(rows).toMatchObject([
    { webhookId: first.webhookId, subjectGid: gid, payload: null, outcome: "updated" },
    { webhookId: second.webhookId, subjectGid: gid, payload: null, outcome: "event known" },
  ]);
});

test("webhooks that come while the order is being read are handled by one more reading, each with its outcome", async () => {
  const { gid, name } = await product.place();
  await untilQuiet();
  const readings = () => product.wires.shopify.named("Order").filter(({ body }) => body.includes(gid)).length;
  const reading = product.wires.shopify.holdAnswer((call) => call.name === "Order" && call.body.includes(gid));
  await webhook({ body: orderBody(gid) });
  await reading.held;
  const before = readings();
  await product.post(`/sandbox/orders/${name.slice(1)}/edit`, { note: "Timbre roto" });
  for (let more = 0; more < 6; more++) await webhook({ body: orderBody(gid) });
  reading.release();
  await untilQuiet();
  expect(readings() - before).toBe(1);
  expect((await product.s.orderByGid(gid))!.sale.note).toBe("Timbre roto");
  const outcomes = (await stored()).filter((row) => row.subjectGid === gid).map(({ outcome }) => String(outcome));
  expect(outcomes.filter((outcome) => outcome === "read since").length).toBeGreaterThanOrEqual(5);
  expect(outcomes).not.toContain("null");
});

test("an order that Shopify no longer has is let go", async () => {
  const { webhookId } = await webhook({ body: orderBody("gid://shopify/Order/404") });
  await untilQuiet();
  expect((await stored()).find((row) => row.webhookId === webhookId)).toMatchObject({ outcome: "no such order" });
});

/** Three orders that are paid, changed and delivered; everything that is left of them, without ids and times. */
async function storyOfThree() {
  const placed = [];
  for (const payment of ["card", "card_authorized", "cash_on_delivery"])
    placed.push(await product.place({ payment, lines: [{ title: "Café", quantity: 2, price: "8.50" }] }));
  for (const { gid } of placed) await product.assigned(gid);
  for (const { name } of placed) await product.post(`/sandbox/orders/${name.slice(1)}/edit`, { note: "Portería" });
  await untilQuiet();
  for (const { gid } of placed) await product.deliver(gid);
  for (const { gid } of placed) await product.finished(gid);
  await product.post(`/sandbox/orders/${placed[2]!.name.slice(1)}/pay`, {});
  await untilQuiet();
  return Promise.all(placed.map(async ({ gid, name }) => resultOf(gid, name)));
}

async function resultOf(gid: string, name: string) {
  const count = async (sql: string) => (await product.rows(sql, [gid])).length;
  const ofOrder = (table: string) =>
    `SELECT 1 FROM "${table}" t JOIN "Order" o ON o."shopId" = t."shopId" AND o.id = t."orderId" WHERE o.gid = $1`;
  const order = await product.world.order(name);
  const document = (await product.documentOf(gid))!;
  return {
    orders: await count(`SELECT 1 FROM "Order" WHERE gid = $1`),
    deliveries: await count(ofOrder("Delivery")),
    documents: await count(ofOrder("FiscalDocument")),
    events: (await product.events(gid)).map(({ type, from, to }) => `${type}: ${from} → ${to}`).sort(),
    financialStatus: (await product.s.orderByGid(gid))!.sale.financialStatus,
    atShopify: order.financialStatus,
    tags: order.tags,
    fulfillments: order.fulfillments.map(({ events }) => events.map(({ status }) => status)),
    mails: (await product.world.mailsTo(document.mailedTo!)).filter(({ subject }) => subject.includes(document.number!)).length,
  };
}

test("every webhook three times in random order: the same result as once", async () => {
  const once = await storyOfThree();
  expect(once[0]).toMatchObject({ orders: 1, deliveries: 1, documents: 1, fulfillments: [["OUT_FOR_DELIVERY", "DELIVERED"]], mails: 1 });
  await product.fault({ part: "shopify-webhooks", kind: "duplicate", count: 2 });
  await product.fault({ part: "shopify-webhooks", kind: "reorder", ms: 600 });
  expect(await storyOfThree()).toEqual(once);
  await product.faultsEnd();
  const numbers = await product.rows<{ sequence: number }>(
    `SELECT sequence FROM "FiscalDocument" WHERE sequence IS NOT NULL ORDER BY sequence`,
  );
  expect(numbers.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await product.world.documents()).filter(({ state }) => state === "AUTORIZADO")).toHaveLength(6);
});

test("a picture of the order that was read late never replaces a newer one", async () => {
  // Shopify tells whole seconds: two changes in one of them bear the same time. Here it is one minute, so that it can't pass between them.
  product.wires.shopify.rewrite((text) => text.replaceAll(/("updatedAt":"[^"]+):\d\d\.\d+Z"/g, '$1:00Z"'));
  const { gid, name } = await product.place();
  await untilQuiet();
  const late = product.wires.shopify.holdAnswer(({ name: operation, body }) => operation === "Order" && body.includes(gid));
  await webhook({ body: orderBody(gid) });
  await late.held;
  await product.post(`/sandbox/orders/${name.slice(1)}/pay`, {});
  await pause(500); // let the news of the payment overtake, if it can
  late.release();
  await untilQuiet();
  expect((await product.s.orderByGid(gid))!.sale.financialStatus).toBe("PAID");
});

const sweep = () => product.s.enqueue("sweep", {});

test("an order whose webhooks were all lost is found by the sweep, its cancellation too", async () => {
  await product.fault({ part: "shopify-webhooks", kind: "drop" });
  const { gid, name } = await product.place();
  await untilQuiet();
  expect(await product.s.orderByGid(gid)).toBeNull();
  await sweep();
  const { order } = await product.assigned(gid);
  await product.post(`/sandbox/orders/${name.slice(1)}/cancel`, {});
  await untilQuiet();
  expect((await product.s.deliveriesOfOrder(order!.id))[0]).toMatchObject({ state: "assigned" });
  await sweep();
  await until("the cancellation", async () => (await product.s.deliveriesOfOrder(order!.id))[0]?.state === "cancelled");
});

test("a document whose job was lost is taken up by the sweep", async () => {
  await product.fault({ part: "ec-sri-reception", kind: "down" });
  const { gid } = await product.place();
  await product.deliver(gid);
  const { id } = await product.waitsUnder("authority_unreachable", gid);
  await product.rows(`DELETE FROM pgboss.job WHERE name = 'issue-document' AND data->>'documentId' = $1`, [id]);
  await product.faultsEnd();
  await product.rows(`UPDATE "FiscalDocument" SET "sentAt" = now() - interval '20 minutes' WHERE id = $1`, [id]);
  await sweep();
  expect(await product.finished(gid)).toMatchObject({ attention: null });
});

const callback = () => product.ports.links.carrierRatesUrl(product.ports.links.tokenOf(product.shop, `carrier-rates:${product.shop.id}`));
const asked = (to: object) =>
  JSON.stringify({
    rate: { destination: { country: "EC", postal_code: "", province: null, city: "", ...to }, items: [], currency: "USD", locale: "es" },
  });
const ask = (body: string, headers: Record<string, string> = {}, url = callback()) =>
  fetch(url, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

test.each([
  [{ city: "Quito" }, "350"],
  [{ city: "  QUITO " }, "350"],
  [{ city: "iñaquito" }, "350"],
  [{ city: "Inaquito" }, "350"],
  [{ city: "Cumbaya" }, "490"],
  [{ city: "SANGOLQUI" }, "490"],
  [{ city: "Parroquia desconocida", postal_code: "170901" }, "490"],
  [{ city: "", postal_code: "Samborondon" }, "400"],
  [{ city: "GUAYAQUIL" }, "400"],
])("an address %j costs what its zone says", async (to, price) => {
  const answer = await ask(asked(to));
  expect(await answer.json()).toMatchObject({ rates: [{ total_price: price, currency: "USD" }] });
});

test.each([{ city: "Loja" }, { country: "PE", city: "Quito" }, { city: "", postal_code: "" }])(
  "an address in no zone (%j) is offered nothing",
  async (to) => {
    const answer = await ask(asked(to));
    expect([answer.status, await answer.json()]).toEqual([200, { rates: [] }]);
  },
);

test("a rate request must know the secret; a signature must be right when there is one; junk is 400", async () => {
  const body = asked({ city: "Quito" });
  expect((await ask(body, {}, `${callback()}x`)).status).toBe(404);
  expect((await ask(body, {}, `${product.stack.urls.app}/api/carrier-rates/${product.shop.publicKey}.`)).status).toBe(404);
  expect((await ask(body, { "x-shopify-hmac-sha256": signed(body, "another secret") })).status).toBe(401);
  expect((await ask(body, { "x-shopify-hmac-sha256": signed(body) })).status).toBe(200);
  for (const junk of [
    "",
    "{",
    "[]",
    JSON.stringify({ rate: {} }),
    JSON.stringify({ rate: { destination: { country: 7 }, currency: "USD" } }),
  ])
    expect((await ask(junk)).status).toBe(400);
  expect((await fetch(callback())).status).toBe(405);
});

test("an order from no zone comes without a rate, waits and says so; it goes on when a zone covers it, charged once for two deliveries", async () => {
  const { gid, name } = await product.place({
    lines: [
      { title: "Café de altura 500 g", sku: "CAFE-500", quantity: 2, price: "8.50" },
      { title: "Té de guayusa", sku: "TE-1", quantity: 1, price: "4.00", location: 1 },
    ],
    shippingAddress: { address1: "Bolívar 10-20", city: "Loja", countryCode: "EC", zip: "110101" },
  });
  expect((await product.world.order(name)).shippingLine).toBeNull();
  const waiting = await until("no_zone", async () => {
    const order = await product.s.orderByGid(gid);
    const delivery = order && (await product.s.deliveriesOfOrder(order.id))[0];
    return delivery?.attention?.code === "no_zone" ? delivery : null;
  });
  expect(waiting).toMatchObject({ state: "unassigned", courierId: null, attention: { params: { place: "Loja 110101" } } });
  const courierIds = [(await product.s.couriers())[0]!.id];
  const zone = {
    id: null,
    name: "Loja",
    priority: 30,
    ...plainZone({ places: ["Loja"], rateMinor: 500, commissionMinor: 300 }),
    currency: "USD",
    active: true,
    courierIds,
  };
  await product.commands.saveZone({ shopId: product.shop.id, actor: "merchant:Lucía", zone });
  const { delivery } = await product.assigned(gid);
  expect(delivery).toMatchObject({ rateMinor: 500, commissionMinor: 300 });
  // Nothing was paid: the order gets what the zone costs, the buyer is told, and nothing is left to look at.
  const settled = await until("the zone's price on the order", async () => {
    const order = (await product.s.orderByGid(gid))!;
    const deliveries = await product.s.deliveriesOfOrder(order.id);
    const isSettled = deliveries.every(({ state, attention }) => state === "assigned" && attention === null);
    return isSettled && order.sale.shippingLines.length > 0 ? { order, deliveries } : null;
  });
  expect(settled.deliveries.map(({ rateMinor }) => rateMinor)).toEqual([500, 500]);
  expect(settled.order.sale.shippingLines.map(({ originalMinor }) => originalMinor)).toEqual([500]);
  const charges = (await product.s.eventsOfOrder(settled.order.id)).filter(({ reason }) => reason?.code === "shipping_charged");
  expect(charges.map(({ deliveryId }) => deliveryId)).toEqual([settled.deliveries[0]!.id]);
});

test("a scope that was not granted is told apart from the plan, in Shopify's own words; asked again, it works", async () => {
  const whenAsked = async (state: string) => {
    await product.commands.retryCarrierService({ shopId: product.shop.id, actor: "merchant:Lucía" });
    return until(state, async () => {
      const shop = await product.s.shop();
      return shop.carrierService === state ? shop : null;
    });
  };
  const message = "Access denied for carrierServices field. Required access: `read_shipping` access scope.";
  const denied = JSON.stringify({ data: null, errors: [{ message, extensions: { code: "ACCESS_DENIED" } }] });
  product.wires.shopify.rewrite((text) => (text.includes('"carrierServices"') ? denied : text));
  expect(await whenAsked("no_scope")).toMatchObject({ carrierProblem: message });
  product.wires.shopify.mend();
  expect(await whenAsked("active")).toMatchObject({ carrierProblem: null });
  expect((await ask(asked({ city: "Quito" }))).status).toBe(200);
});

test("a courier's page hears in a header what stands in the way, however large the photo", async () => {
  const { gid } = await product.place();
  const { phone, stop } = await product.onPhone(gid);
  await phone.start(stop);
  const { courierId } = await product.assigned(gid);
  const linkOf = async (id: string) => (await product.s.links("courier", id)).find(({ revokedAt }) => !revokedAt)!;
  const cookieOf = async (id: string) => {
    const token = product.ports.links.tokenOf(product.shop, (await linkOf(id)).id);
    const opened = await fetch(product.ports.links.courierUrl(token), { redirect: "manual" });
    return opened.headers.getSetCookie()[0]!.split(";")[0]!;
  };
  const [link, mine] = [await linkOf(courierId), await cookieOf(courierId)];
  const send = async (bytes: Uint8Array<ArrayBuffer>, Cookie = mine) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "confirm", reportId: randomUUID(), receivedBy: "Ana" })) form.set(name, value);
    form.set("photo", new Blob([bytes]), "puerta.jpg");
    const answer = await fetch(stop, { method: "POST", body: form, headers: { Cookie } });
    return { said: [answer.status, answer.headers.get("X-Problem")], text: await answer.text() };
  };
  for (const megabytes of [40, 80]) {
    const { said, text } = await send(Buffer.alloc(megabytes * 1_000_000, 1));
    expect(said).toEqual([413, "photo_too_large bytes"]);
    expect(text).toContain("La foto es demasiado grande");
  }
  const another = await cookieOf((await product.s.couriers()).find(({ id }) => id !== courierId)!.id);
  const photo = new Uint8Array(await doorPhoto(1));
  expect((await send(photo, another)).said).toEqual([409, "delivery_not_yours"]);
  await product.s.revokeLink(link.id);
  expect((await send(photo)).said).toEqual([404, "link_ended"]);
  await product.rows(`UPDATE "AccessLink" SET "revokedAt" = NULL WHERE id = $1`, [link.id]);
});

const sendByHand = (topic: string, payload: object) => product.post("/sandbox/webhooks", { topic, payload });

test("the other shop of this Shopify sees nothing of the first, though its orders bear the same numbers", async () => {
  const OTHER = "otra.myshopify.com";
  await product.post(`/sandbox/shops/${OTHER}/install`, {});
  const other = await until("the other shop", async () => {
    const shop = await product.ports.store.shopByDomain(OTHER);
    return shop?.carrierService === "not_on_plan" ? shop : null;
  });
  const { gid, name } = await product.place({ shop: OTHER });
  expect(name).toBe("#1001");
  const s = product.ports.store.of(other.id);
  const order = await until("its order", () => s.orderByGid(gid));
  await untilQuiet();
  expect((await s.deliveriesOfOrder(order.id))[0]).toMatchObject({ state: "unassigned", attention: { code: "no_zone" } });
  expect(await product.s.orderByGid(gid)).toBeNull();
  const orders = await product.rows<{ shopId: string }>(`SELECT "shopId" FROM "Order" WHERE name = '#1001'`);
  expect(orders.map(({ shopId }) => shopId).sort()).toEqual([product.shop.id, other.id].sort());
  const { phone, stop } = await product.onPhone(
    (
      await product.s.order(
        (await product.rows<{ id: string }>(`SELECT id FROM "Order" WHERE name = '#1001' AND "shopId" = $1`, [product.shop.id]))[0]!.id,
      )
    ).gid,
  );
  const foreign = stop.replace(/[^/]+$/, (await s.deliveriesOfOrder(order.id))[0]!.id);
  await expect(phone.start(foreign)).rejects.toThrow(/ 409 /);
});

test("a buyer who asks to be forgotten leaves the order, photo and all; the fiscal document stays", async () => {
  const { gid } = await product.place();
  await product.deliver(gid);
  const document = await product.finished(gid);
  await untilQuiet();
  const order = (await product.s.orderByGid(gid))!;
  const [shot] = await product.s.shotsOfDelivery((await product.s.deliveriesOfOrder(order.id))[0]!.id);
  expect((await product.ports.files.get(shot!.key!))!.length).toBeGreaterThan(1000);
  await sendByHand("customers/redact", {
    shop_domain: DEMO,
    customer: { id: 1, email: "cliente@example.com" },
    orders_to_redact: [Number(gid.split("/").at(-1))],
  });
  await untilQuiet();
  const [row] = await product.rows<{ text: string; customerName: string }>(
    `SELECT sale::text || coalesce("fiscalData"::text, '') || "searchText" AS text, "customerName" FROM "Order" WHERE gid = $1`,
    [gid],
  );
  for (const personal of [
    order.sale.customerName,
    order.sale.email!,
    order.sale.phone!,
    order.fiscalData!.idNumber,
    order.sale.shippingAddress!.address1!,
  ])
    expect(row!.text).not.toContain(personal);
  expect(row!.customerName).toBe("");
  expect(await product.ports.files.get(shot!.key!)).toBeNull();
  expect(await product.s.attempt(shot!.attemptId!)).toMatchObject({ receivedBy: null, latitude: null, longitude: null });
  expect(await product.s.shot(shot!.id)).toMatchObject({ key: null });
  expect(await product.s.document(document.id)).toMatchObject({
    state: "delivered_to_buyer",
    signedXml: document.signedXml,
    number: document.number,
  });
  const [webhookRow] = await product.rows(`SELECT payload, outcome FROM "WebhookDelivery" WHERE topic = 'CUSTOMERS_REDACT'`);
  expect(webhookRow).toEqual({ payload: null, outcome: "1 orders redacted, fiscal documents kept" });
});

test("a request for data is put on the record of the orders it names", async () => {
  const { gid } = await product.place();
  await product.assigned(gid);
  await sendByHand("customers/data_request", {
    shop_domain: DEMO,
    customer: { id: 1 },
    orders_requested: [Number(gid.split("/").at(-1))],
    data_request: { id: 1 },
  });
  await until("the record", async () => (await product.events(gid)).some(({ type, to }) => type === "privacy" && to === "data_requested"));
});

test("a shop that uninstalls is left alone: no call to Shopify, links closed, tokens gone, no job that fails for ever", async () => {
  const { gid } = await product.place();
  const { phone, stop } = await product.onPhone(gid);
  await phone.start(stop);
  await untilQuiet();
  await product.post(`/sandbox/shops/${DEMO}/uninstall`, {});
  await until("the farewell", async () => (await product.s.shop()).uninstalledAt !== null);
  await untilQuiet();
  const callsToDemo = () => product.wires.shopify.calls.filter(({ path }) => path.includes(DEMO)).length;
  const before = callsToDemo();
  await expect(phone.confirm(stop, { photo: Buffer.from("x"), receivedBy: "María" })).rejects.toThrow(/404/);
  // Shops that were asked for lately are known for a second.
  await until("a rate link that is closed", async () => (await ask(asked({ city: "Quito" }))).status === 404);
  expect(await webhook({ body: orderBody(gid) })).toMatchObject({ status: 200 });
  await product.s.enqueue("publish-delivery", { shopId: product.shop.id, deliveryId: stop.split("/").at(-1)! });
  await sweep();
  await untilQuiet();
  expect(callsToDemo()).toBe(before);
  expect(await product.rows(`SELECT 1 FROM "Session" WHERE shop = $1`, [DEMO])).toEqual([]);
  expect(await sendByHand("shop/redact", { shop_id: 1, shop_domain: DEMO })).toMatchObject({ status: 200 });
  await untilQuiet();
  expect(await product.s.couriers()).toMatchObject(
    Array.from({ length: 4 }, () => ({ name: "", email: null, phone: null, active: false })),
  );
  expect(
    (await product.rows(`SELECT 1 FROM "FiscalDocument" WHERE "signedXml" IS NOT NULL AND "shopId" = $1`, [product.shop.id])).length,
  ).toBeGreaterThan(5);
});
