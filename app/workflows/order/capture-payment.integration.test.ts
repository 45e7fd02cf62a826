import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { readPhoto, type SentPhoto } from "~/workflows/delivery/keep-photo";
import type { SaleOrder, Transaction } from "~/domain/order/order";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { captureAgain, capturePayment } from "./capture-payment";
import { undoDelivery } from "~/workflows/delivery/undo-delivery";
import { confirmDelivery } from "~/workflows/delivery/confirm-delivery";
import { issueByHand, resumeDocument } from "~/workflows/document/resume-document";
import { startDelivery } from "~/workflows/delivery/start-delivery";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let photo: SentPhoto;
let number = 1000;
let atShopify: Partial<SaleOrder> = {};
let captured: string[] = [];
let refusal: string | null = null;
/** What happens while Shopify captures. */
let meanwhile: () => Promise<void>;

const held: Transaction = {
  gid: "gid://shopify/OrderTransaction/1",
  kind: "AUTHORIZATION",
  status: "SUCCESS",
  gateway: "kushki",
  amountMinor: 2550,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt: null,
};
const reserved: Partial<SaleOrder> = { paymentType: "card_authorized", financialStatus: "AUTHORIZED", transactions: [held] };

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#2a7" } })
    .jpeg()
    .toBuffer();
  photo = await readPhoto(world.ports, picture);
  const admin = {
    order: async () => aSale(number, { ...reserved, ...atShopify }),
    capture: async (_gid: string, _authorisation: string, amount: string) => {
      if (refusal) throw new PermanentFailure("shopify_refused", { reason: refusal });
      await meanwhile();
      captured.push(amount);
    },
  } as unknown as ShopifyAdmin;
  ports = { ...world.ports, admin: () => admin };
});
beforeEach(() => {
  number += 1;
  [atShopify, captured, refusal, meanwhile] = [{}, [], null, () => Promise.resolve()];
  world.sent.length = 0;
});

const mine = () => ({ shopId: home.shop.id, courierId: home.courierId });
const jobs = () => world.sent.map(({ name }) => name);
const rule = (trigger: "on_delivery" | "on_dispatch" | "by_hand") => home.s.updateShop({ invoiceTriggers: { card_authorized: trigger } });

async function started() {
  const made = await home.aDelivery(number, reserved);
  await startDelivery(ports, { ...mine(), deliveryId: made.deliveryId });
  return made;
}
const confirmed = async (deliveryId: string) => {
  world.sent.length = 0;
  await confirmDelivery(ports, {
    ...mine(),
    deliveryId,
    confirmationId: ports.ids.uuid(),
    receivedBy: "Ana",
    photos: [photo],
    happenedAt: null,
  });
};
const captureOf = (orderId: string) => capturePayment(ports, { shopId: home.shop.id, orderId });

test.each([
  ["on_delivery", "waiting_for_data", ["publish-delivery", "capture-payment"]],
  ["on_dispatch", "waiting_for_data", ["publish-delivery", "capture-payment"]],
  ["by_hand", undefined, ["publish-delivery", "capture-payment"]],
] as const)("the photo captures a reserved card under the rule %s", async (trigger, state, sent) => {
  await rule(trigger);
  const { orderId, deliveryId } = await started();
  await confirmed(deliveryId);
  expect(jobs()).toEqual(sent);
  expect((await home.s.invoicesOfOrder(orderId))[0]?.state).toBe(state);
  world.sent.length = 0;
  await captureOf(orderId);
  expect(captured).toEqual(["25.50"]);
  expect(jobs()).toEqual(state ? ["issue-document"] : []);
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({
    type: "payment",
    to: "captured",
    reason: { code: "photo_confirmed" },
  });
});

test.each(["on_delivery", "on_dispatch"] as const)(
  "a card is not captured by a proof that was taken back, under the rule %s, but by a person",
  async (trigger) => {
    await rule(trigger);
    const { orderId, deliveryId } = await started();
    await confirmed(deliveryId);
    const whose = { shopId: home.shop.id, deliveryId, actor: "merchant:1" };
    await undoDelivery(ports, whose);
    await captureOf(orderId);
    expect([captured, (await home.s.delivery(deliveryId)).attention?.code ?? null]).toEqual([[], null]);
    await captureAgain(ports, { shopId: home.shop.id, orderId, actor: "merchant:1" });
    await captureOf(orderId);
    expect(captured).toEqual(["25.50"]);
  },
);

test("taken back while Shopify was asked to capture, a person reads that the money is there", async () => {
  await rule("on_delivery");
  const { orderId, deliveryId } = await started();
  await confirmed(deliveryId);
  meanwhile = () => undoDelivery(ports, { shopId: home.shop.id, deliveryId, actor: "merchant:1" });
  await captureOf(orderId);
  expect([captured, (await home.s.delivery(deliveryId)).attention]).toEqual([
    ["25.50"],
    { code: "undone_after_payment", params: { courier: "Luis Vega" } },
  ]);
});

test("an invoice issued on dispatch is not held up until the photo, and its card is not captured before it", async () => {
  await rule("on_dispatch");
  const { orderId } = await started();
  expect(jobs()).toEqual(["publish-delivery", "issue-document"]);
  world.sent.length = 0;
  await resumeDocument(home.s, (await home.s.invoicesOfOrder(orderId))[0]!);
  expect(jobs()).toEqual(["issue-document"]);
});

test("by hand, too, the card is captured first and the invoice issued after", async () => {
  await rule("by_hand");
  const { orderId } = await home.aDelivery(number, reserved);
  await issueByHand(ports, { shopId: home.shop.id, orderId, actor: "merchant:1" });
  expect(world.sent).toEqual([{ name: "capture-payment", data: { shopId: home.shop.id, orderId } }]);
  await captureOf(orderId);
  expect([captured, jobs().at(-1)]).toEqual([["25.50"], "issue-document"]);
});

test("what a partial capture left is captured; what was captured already is not again", async () => {
  await rule("by_hand");
  const { orderId } = await home.aDelivery(number, reserved);
  const part: Transaction = { ...held, gid: "gid://shopify/OrderTransaction/2", kind: "CAPTURE", amountMinor: 1000, parentGid: held.gid };
  atShopify = { financialStatus: "PARTIALLY_PAID", outstandingMinor: 1550, transactions: [held, part] };
  await captureOf(orderId);
  atShopify = { financialStatus: "PAID", outstandingMinor: 0, transactions: [held, part, { ...part, gid: "3", amountMinor: 1550 }] };
  await captureOf(orderId);
  expect(captured).toEqual(["15.50"]);
});

test("a capture that fails is shown on the document that waits for it, else on the delivery, and no longer once it succeeds", async () => {
  await rule("by_hand");
  const { orderId, deliveryId } = await started();
  await confirmed(deliveryId);
  refusal = "declined";
  await captureOf(orderId);
  const attention = { code: "capture_failed", params: { reason: "declined" } };
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", attention });
  await issueByHand(ports, { shopId: home.shop.id, orderId, actor: "merchant:1" });
  await captureOf(orderId);
  expect((await home.s.invoicesOfOrder(orderId))[0]).toMatchObject({ state: "waiting_for_data", attention });
  refusal = null;
  await captureOf(orderId);
  expect([(await home.s.delivery(deliveryId)).attention, (await home.s.invoicesOfOrder(orderId))[0]!.attention]).toEqual([null, null]);
});
