import { beforeAll, beforeEach, expect, test } from "vitest";
import type { DeliveryState } from "~/domain/delivery/states";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { saveCourier } from "./save-courier";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let count = 0;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
});
beforeEach(async () => {
  home = await world.aShop(`shop${(count += 1)}.myshopify.com`);
  world.sent.length = 0;
});

const put = async (active: boolean) => {
  const courier = (await home.s.couriers()).find(({ id }) => id === home.courierId)!;
  await saveCourier(world.ports, { shopId: home.shop.id, actor: "merchant:1", courier: { ...courier, active } });
};
async function aStop(number: number, state: DeliveryState) {
  const made = await home.aDelivery(number, { shippingLines: [] });
  await home.s.updateDelivery(made.deliveryId, { state });
  return made;
}
const liveLinks = async () => (await home.s.links("courier", home.courierId)).filter(({ revokedAt }) => !revokedAt);

test("a courier who leaves: what is at the shop waits for another one, once, and Shopify no longer names them", async () => {
  const { deliveryId, orderId } = await aStop(1, "assigned");
  await put(false);
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "unassigned", courierId: null, assignedAt: null, attention: null });
  expect(world.sent.map(({ name }) => name).sort()).toEqual(["assign-waiting", "publish-delivery"]);
  expect(await home.s.eventsOfOrder(orderId)).toMatchObject([
    { from: "assigned", to: "unassigned", reason: { code: "courier_inactive", params: { courier: "Luis Vega" } } },
  ]);
});

test.each(["out_for_delivery", "attempt_failed"] as const)(
  "of what is with them (%s) somebody must decide, until they are back",
  async (state) => {
    const { deliveryId } = await aStop(1, state);
    await put(false);
    expect(await home.s.delivery(deliveryId)).toMatchObject({
      state,
      courierId: home.courierId,
      attention: { code: "courier_inactive", params: { courier: "Luis Vega" } },
    });
    await put(true);
    expect((await home.s.delivery(deliveryId)).attention).toEqual({ code: "shipping_not_charged", params: { zone: 3.5 } });
  },
);

test("what is over stays as it is, and what is more urgent stays in sight", async () => {
  const [done, refunded] = [await aStop(1, "delivered"), await aStop(2, "out_for_delivery")];
  await home.s.updateDelivery(refunded.deliveryId, { attention: { code: "order_refunded" } });
  await put(false);
  expect(await home.s.delivery(done.deliveryId)).toMatchObject({ state: "delivered", courierId: home.courierId, attention: null });
  expect((await home.s.delivery(refunded.deliveryId)).attention).toEqual({ code: "order_refunded" });
});

test("one who is back has a link again, a new one; saved once more, it stays", async () => {
  await put(true);
  const [before] = await liveLinks();
  await put(false);
  expect(await liveLinks()).toEqual([]);
  await put(true);
  const [after] = await liveLinks();
  expect(after!.id).not.toBe(before!.id);
  await put(true);
  expect(await liveLinks()).toEqual([after]);
});
