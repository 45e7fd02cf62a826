import { beforeAll, expect, test } from "vitest";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../tests/support/database";
import { orderPage } from "./order-page";
import type { QueryPorts } from "./ports";

let world: CourierWorld;
let ports: QueryPorts;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let orderId: string;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  const { forShop } = await import("~/db.server");
  const { postgresScreens } = await import("~/adapters/postgres/screens/screens");
  ports = { ...world.ports, screens: postgresScreens(forShop) };
  home = await world.aShop("demo.myshopify.com");
  const placed = await home.aDelivery(1);
  orderId = placed.orderId;
  await home.s.insertAttempt({
    id: ports.ids.uuid(),
    deliveryId: placed.deliveryId,
    courierId: home.courierId,
    outcome: "delivered",
    reason: null,
    receivedBy: "Ana",
    happenedAt: new Date("2026-11-23T14:30:00Z"),
    receivedAt: new Date("2026-11-23T14:30:05Z"),
    latitude: null,
    longitude: null,
    accuracyMetres: null,
    photoKey: "private/place/of/the/photo.jpg",
    photoSha256: "0".repeat(64),
    photoWidth: 10,
    photoHeight: 10,
  });
});

const photoAt = async (now: string) => {
  world.setNow(now);
  return (await orderPage(ports, { shop: home.shop, orderId }))!.attempts[0]!.photoUrl!;
};

test("the page names courier and zone, who else may take it, and the rule of its payment type", async () => {
  world.setNow("2026-11-23T15:00:00Z");
  const page = await orderPage(ports, { shop: home.shop, orderId });
  expect(page).toMatchObject({ delivery: { courier: "Luis Vega", zone: "Quito" }, attempts: [{ courier: "Luis Vega" }], document: null, trigger: "on_delivery" });
  expect(page!.couriers.map(({ name }) => name).sort()).toEqual(["Eva Mora", "Luis Vega"]);
});

test("a photo's link stays the same while the page refreshes itself, ends within two hours, and says nothing of where the photo lies", async () => {
  const link = await photoAt("2026-11-23T15:05:00Z");
  expect(await photoAt("2026-11-23T15:50:00Z")).toBe(link);
  expect(link).not.toContain("private");
  const token = link.split("/").at(-1)!;
  expect(ports.links.openFileToken(token, new Date("2026-11-23T16:05:00Z"))).toMatchObject({ kind: "photo" });
  expect(ports.links.openFileToken(token, new Date("2026-11-23T17:05:00Z"))).toBeNull();
});

test("another shop has no such order", async () => {
  const other = await world.aShop("other.myshopify.com");
  expect(await orderPage(ports, { shop: other.shop, orderId })).toBeNull();
});
