import { expect, test } from "vitest";
import { aSale, courierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../tests/support/database";
import { rememberConfirmed } from "~/workflows/order/locate-address";
import { proposeStops, reorderStop } from "~/workflows/delivery/reorder-stop";
import { setParcels } from "~/workflows/delivery/set-parcels";
import { courierStops } from "./courier-stops";
import { parcelLabels } from "./parcel-labels";

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

test("what the courier puts in order stays so until they ask for a proposal; a stop that comes new is last", async () => {
  await freshDatabase();
  const world = await courierWorld();
  const { shop, courierId, aDelivery } = await world.aShop("orden.myshopify.com");
  const at = (longitude: number) => ({ shippingAddress: { ...aSale(1).shippingAddress!, latitude: -0.2, longitude } });
  for (const [number, longitude] of [
    [1, -78.4],
    [2, -78.5],
    [3, -78.3],
  ] as const)
    await aDelivery(number, at(longitude));
  const list = async () => {
    const { pending, orderedBy } = await courierStops(world.ports, { shop, courierId });
    return {
      stops: pending,
      names: pending.map(({ orderName }) => orderName),
      ids: pending.map(({ deliveryId }) => deliveryId),
      orderedBy,
    };
  };
  const proposed = await list();
  const last = { shown: proposed.stops, deliveryId: proposed.ids[2]!, way: "up" as const };
  await reorderStop(world.ports, { shopId: shop.id, courierId, ...last });
  const [first, second, third] = proposed.names;
  expect(await list()).toMatchObject({ names: [first, third, second], orderedBy: "hand" });
  await aDelivery(4, at(-78.45));
  expect((await list()).names).toEqual([first, third, second, "#4"]);
  await proposeStops(world.ports, { shopId: shop.id, courierId });
  expect(await list()).toMatchObject({ orderedBy: "line" });
});

test("an address that somebody stood at before is where they stood, and what is wanted another day is last whatever the order", async () => {
  await freshDatabase();
  const world = await courierWorld();
  const { s, shop, courierId, aDelivery } = await world.aShop("casa.myshopify.com");
  const address = aSale(1).shippingAddress!;
  const at = (address1: string, longitude: number | null) => ({
    shippingAddress: { ...address, address1, latitude: longitude === null ? null : -0.2, longitude },
  });
  const unplaced = at("Pasaje sin nombre 7", null);
  const [known, far, later] = [
    await aDelivery(1, unplaced),
    await aDelivery(2, at("Calle Larga 1", -78.4)),
    await aDelivery(3, at("Calle Larga 2", -78.5)),
  ];
  const stood = { latitude: -0.2, longitude: -78.49, accuracyMetres: 12 };
  for (let told = 0; told < 2; told++)
    await world.ports.store.change(shop.id, (change) => rememberConfirmed(world.ports, change, aSale(1, unplaced), stood));
  await s.updateDelivery(later.deliveryId, { state: "attempt_failed", reattemptOn: "2999-01-01" });
  await s.keepStopOrder(courierId, [later.deliveryId, known.deliveryId, far.deliveryId]);
  const { pending, positions } = await courierStops(world.ports, { shop, courierId });
  expect(pending.map(({ deliveryId }) => deliveryId)).toEqual([known, far, later].map(({ deliveryId }) => deliveryId));
  expect(positions.get(known.deliveryId)).toMatchObject({ source: "remembered", longitude: -78.49 });
  expect(positions.get(far.deliveryId)).toMatchObject({ source: "shopify", longitude: -78.4 });
});

test("a label says what its courier must know, for each delivery that is still to be brought", async () => {
  await freshDatabase();
  const world = await courierWorld();
  const { s, shop, aDelivery, courierId } = await world.aShop("labels.myshopify.com");
  const other = await world.aShop("nothing-of-theirs.myshopify.com");
  const [open, done, foreign] = [await aDelivery(9001), await aDelivery(9002), await other.aDelivery(9003)];
  await s.updateDelivery(done.deliveryId, { state: "delivered", deliveredAt: new Date() });
  const courier = (await s.couriers()).find(({ id }) => id === courierId)!.name;
  const orderIds = [open.orderId, done.orderId, foreign.orderId, world.ports.ids.uuid()];
  expect(await parcelLabels(world.ports, { shop, orderIds })).toMatchObject([
    {
      deliveryId: open.deliveryId,
      orderName: "#9001",
      courier,
      code: `BIM1:${open.deliveryId}`,
      collect: { minor: 2550, currency: "USD" },
    },
  ]);
});

test("each parcel has its own label; how many there are is said while they are at the shop, and stays in the order's story", async () => {
  await freshDatabase();
  const world = await courierWorld();
  const { s, shop, aDelivery } = await world.aShop("parcels.myshopify.com");
  const { orderId, deliveryId } = await aDelivery(9001);
  const pack = (parcels: number) => setParcels(world.ports, { shopId: shop.id, deliveryId, parcels, actor: "ana@shop" });
  await pack(3);
  await pack(3);
  const labels = await parcelLabels(world.ports, { shop, orderIds: [orderId] });
  expect(labels.map(({ parcel, code }) => ({ ...parcel, code }))).toEqual([
    { number: 1, of: 3, code: `BIM1:${deliveryId}` },
    { number: 2, of: 3, code: `BIM1:${deliveryId}/2` },
    { number: 3, of: 3, code: `BIM1:${deliveryId}/3` },
  ]);
  const told = (await s.eventsOfOrder(orderId)).filter(({ reason }) => reason?.code === "parcels_set");
  expect(told.map(({ actor, reason }) => [actor, reason?.params])).toEqual([["ana@shop", { before: 1, parcels: 3 }]]);
  await s.updateDelivery(deliveryId, { state: "out_for_delivery" });
  await expect(pack(2)).rejects.toMatchObject({ code: "delivery_has_left" });
});
