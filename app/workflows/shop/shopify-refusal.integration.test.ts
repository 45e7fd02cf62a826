import { beforeAll, beforeEach, expect, test } from "vitest";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { publishDelivery } from "~/workflows/delivery/publish-delivery";
import { writeBackDocument } from "~/workflows/document/write-back-document";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let number = 1000;
let failure: Error | null = null;
let linked = "";
const refusal = new PermanentFailure("shopify_refused", { operation: "SetMetafields", reason: "Order is archived" });
const attention = { code: "shopify_refused", params: { reason: "Order is archived" } };

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
  const admin = {
    order: async () => aSale(number),
    setOrderMetafield: async (_gid: string, _key: string, value: { url?: string }) => {
      if (failure) throw failure;
      linked = value.url ?? "";
    },
    replaceStateTag: async () => undefined,
    setOrderNote: async () => undefined,
  } as unknown as ShopifyAdmin;
  ports = { ...world.ports, admin: () => admin };
});
beforeEach(() => void ([number, failure] = [number + 1, refusal]));

const publish = (deliveryId: string) => publishDelivery(ports, { shopId: home.shop.id, deliveryId });
const attentionOf = async (deliveryId: string) => (await home.s.delivery(deliveryId)).attention;
const refusals = async (orderId: string) => (await home.s.eventsOfOrder(orderId)).filter(({ reason }) => reason?.code === attention.code);

test("a delivery that Shopify refuses to be told of is marked, until a later try gets through; its price's notice is back then", async () => {
  const { deliveryId, orderId } = await home.aDelivery(number);
  const notice = { code: "shipping_not_charged", params: { zone: 3.5 } };
  await home.s.updateDelivery(deliveryId, { attention: notice });
  await publish(deliveryId);
  await publish(deliveryId);
  expect([await attentionOf(deliveryId), (await refusals(orderId)).length]).toEqual([attention, 1]);
  failure = null;
  await publish(deliveryId);
  expect(await attentionOf(deliveryId)).toEqual(notice);
});

test("what is more urgent stays in sight, and an outage is no refusal", async () => {
  const { deliveryId } = await home.aDelivery(number);
  await home.s.updateDelivery(deliveryId, { attention: { code: "order_refunded" } });
  await publish(deliveryId);
  failure = new TransientFailure("Shopify: 503");
  await expect(publish(deliveryId)).rejects.toThrow("503");
  expect(await attentionOf(deliveryId)).toEqual({ code: "order_refunded" });
});

test("an invoice that Shopify refuses to be told of is marked, until a later try gets through; the link lives as long as the invoice", async () => {
  const { orderId } = await home.aDelivery(number);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  const authorisedAt = new Date("2026-11-23T15:00:00Z");
  await home.s.updateDocument(document.id, { state: "authorised", number: "001-001-000000123", accessKey: "1", authorisedAt });
  const writeBack = () => writeBackDocument(ports, { shopId: home.shop.id, documentId: document.id });
  await writeBack();
  await writeBack();
  expect(await home.s.document(document.id)).toMatchObject({ attention, writtenBackAt: null });
  expect(await refusals(orderId)).toHaveLength(1);
  failure = null;
  await writeBack();
  expect(await home.s.document(document.id)).toMatchObject({ attention: null, writtenBackAt: expect.any(Date) });
  const [token = ""] = linked.split("/").slice(-1);
  expect(ports.links.openFileToken(token, new Date("2033-11-23T14:59:00Z"))).toMatchObject({ id: document.id });
  expect(ports.links.openFileToken(token, new Date("2033-11-23T15:00:01Z"))).toBeNull();
});
