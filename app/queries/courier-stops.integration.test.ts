import { expect, test } from "vitest";
import { aSale, courierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../tests/support/database";
import { courierStops } from "./courier-stops";

test("the courier's list is in the order of a short way from the last door; what is on the way comes first, what nobody can place last", async () => {
  await freshDatabase();
  const world = await courierWorld();
  const { s, shop, courierId, aDelivery } = await world.aShop("demo.myshopify.com");
  const at = (longitude: number | null) => ({
    shippingAddress: { ...aSale(1).shippingAddress!, latitude: longitude === null ? null : -0.2, longitude },
  });
  await aDelivery(1, at(-78.4));
  await aDelivery(2, at(null));
  await aDelivery(3, at(-78.49));
  const [out, done] = [await aDelivery(4, at(-78.45)), await aDelivery(5, at(-78.5))];
  await s.updateDelivery(done.deliveryId, { state: "delivered", deliveredAt: world.ports.clock.now() });
  const order = async () => (await courierStops(world.ports, { shop, courierId })).pending.map(({ orderName }) => orderName);
  expect(await order()).toEqual(["#3", "#4", "#1", "#2"]);
  await s.updateDelivery(out.deliveryId, { state: "out_for_delivery" });
  const [first, ...others] = await order();
  expect([first, others.at(-1)]).toEqual(["#4", "#2"]);
});
