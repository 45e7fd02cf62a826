import { beforeAll, expect, test } from "vitest";
import { departureOf } from "~/domain/place/departure";
import type { LocationsRefusal, ShopLocation } from "~/ports/location-records";
import type { Ports } from "~/ports/ports";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { learnDeparture, readLocations, readLocationsAgain } from "./read-locations";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let answer: ShopLocation[] | LocationsRefusal;
let asked = 0;
let ports: Ports;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  const admin = () => ({ locations: () => Promise.resolve((asked++, answer)) }) as unknown as ReturnType<Ports["admin"]>;
  ports = { ...world.ports, admin };
  home = await world.aShop("places.myshopify.com");
});

const aLocation = (id: number, change: Partial<ShopLocation> = {}): ShopLocation => ({
  gid: `gid://shopify/Location/${id}`,
  name: `Local ${id}`,
  active: true,
  address1: "Calle 1",
  address2: null,
  city: "Quito",
  province: null,
  zip: null,
  countryCode: "EC",
  ...change,
});
const leaving = (...from: [status: string, locationId: number][]) => ({
  fulfillmentOrders: from.map(([status, id]) => ({
    gid: `gid://shopify/FulfillmentOrder/${id}`,
    status,
    deliveryMethod: "shipping" as const,
    locationGid: `gid://shopify/Location/${id}`,
    lines: [],
  })),
});
const read = () => readLocations(ports, { shopId: home.shop.id });

test("what a location is linked to outlives every reading; one that Shopify has no more becomes inactive", async () => {
  answer = [aLocation(1), aLocation(2)];
  await read();
  const [one] = await home.s.locations();
  const link = { establishment: "002", emissionPoint: "001", originAddress: "Bodega" };
  await home.s.linkLocation(one!.id, link);
  answer = [aLocation(1, { name: "Otro nombre" })];
  await read();
  expect(await home.s.locations()).toMatchObject([
    { ...link, id: one!.id, name: "Otro nombre", active: true },
    { gid: "gid://shopify/Location/2", active: false, establishment: null },
  ]);
  expect(await home.s.shop()).toMatchObject({ locationsState: "read", locationsProblem: null });
});

test("a missing scope is kept with Shopify's words and takes away nothing that is known; granted, it is forgotten", async () => {
  answer = { state: "no_scope", reason: "Access denied for locations field." };
  await read();
  expect(await home.s.shop()).toMatchObject({ locationsState: "no_scope", locationsProblem: "Access denied for locations field." });
  expect(await home.s.locations()).toHaveLength(2);
  answer = [aLocation(1)];
  await read();
  expect(await home.s.shop()).toMatchObject({ locationsState: "read", locationsProblem: null });
});

test("an order from a location that nobody told us of has them read; one that is known doesn't", async () => {
  world.sent.length = 0;
  await learnDeparture(home.s, aSale(1, leaving(["OPEN", 9])));
  await learnDeparture(home.s, aSale(2, leaving(["OPEN", 1])));
  await learnDeparture(home.s, aSale(3, leaving()));
  expect(world.sent).toEqual([{ name: "read-locations", data: { shopId: home.shop.id } }]);
});

test("where open deliveries leave from is found in the database as it is read from an order", async () => {
  const sales = [leaving(["CANCELLED", 1], ["CLOSED", 2], ["OPEN", 3]), leaving(["OPEN", 4]), leaving(["OPEN", 5]), leaving()];
  const deliveries = [];
  for (const [n, sale] of sales.entries()) deliveries.push(await home.aDelivery(100 + n, sale));
  await home.s.updateDelivery(deliveries[2]!.deliveryId, { state: "delivered" });
  await home.s.updateDelivery(deliveries[3]!.deliveryId, { locationGid: "gid://shopify/Location/6" });
  const open = [sales[0]!, sales[1]!].map(departureOf);
  expect(await home.s.openDepartures()).toEqual([...open, "gid://shopify/Location/6"]);
  expect(open).toEqual(["gid://shopify/Location/2", "gid://shopify/Location/4"]);
});

test("a person asks again, and a shop that has left is asked nothing", async () => {
  world.sent.length = 0;
  await readLocationsAgain(ports, { shopId: home.shop.id, actor: "merchant:1" });
  expect(world.sent).toEqual([{ name: "read-locations", data: { shopId: home.shop.id } }]);
  await home.s.markUninstalled();
  const before = asked;
  await read();
  expect(asked).toBe(before);
});
