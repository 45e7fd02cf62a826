import { beforeAll, expect, test } from "vitest";
import type { SaleOrder, Transaction } from "~/domain/order/order";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { watchAuthorisations } from "./watch-authorisations";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("reserved.myshopify.com");
});

const reserved: Transaction = {
  gid: "t1",
  kind: "AUTHORIZATION",
  status: "SUCCESS",
  gateway: "payphone",
  amountMinor: 2550,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt: "2026-11-30T10:00:00Z",
};
const card: Partial<SaleOrder> = { paymentType: "card_authorized", financialStatus: "AUTHORIZED", transactions: [reserved] };

test("a reserved card is marked in its last two days and after them, and no longer when it was charged", async () => {
  const { orderId, deliveryId } = await home.aDelivery(1, card);
  const other = await home.aDelivery(2, card);
  await home.s.updateDelivery(other.deliveryId, { attention: { code: "no_zone", params: { place: "x" } } });
  const codeAt = async (now: string) => {
    world.setNow(now);
    await watchAuthorisations(world.ports);
    return (await home.s.delivery(deliveryId)).attention?.code;
  };
  expect(await codeAt("2026-11-28T10:00:00Z")).toBeUndefined();
  expect(await codeAt("2026-11-28T10:00:01Z")).toBe("authorisation_expiring");
  expect(await codeAt("2026-11-30T10:00:00Z")).toBe("authorisation_expired");
  expect((await home.s.delivery(other.deliveryId)).attention?.code).toBe("no_zone");
  const { sale } = await home.s.order(orderId);
  await home.s.updateOrder(orderId, { sale: { ...sale, paymentType: "card", financialStatus: "PAID" } });
  expect(await codeAt("2026-11-30T11:00:00Z")).toBeUndefined();
});
