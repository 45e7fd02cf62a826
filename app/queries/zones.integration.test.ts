import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../tests/support/database.ts";
import { geonames } from "~/adapters/gazetteer/geonames";
import { readyZones } from "~/adapters/zones/ready-zones";
import { plainZone } from "~/domain/zone/plain-zone";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { saveZone } from "~/workflows/settings/save-zone";
import type { QueryPorts } from "./ports";
import { rehearseZone } from "./rehearse-zone";
import { zonePreview } from "./zone-preview";
import { zonesPage } from "./zones-page";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: QueryPorts;
beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  const { forShop } = await import("~/db.server");
  const { postgresScreens } = await import("~/adapters/postgres/screens/screens");
  ports = { ...(world.ports as QueryPorts), screens: postgresScreens(forShop), zones: readyZones(geonames(["EC"])) };
  home = await world.aShop("zonas.myshopify.com");
});

const zoneAt = (name: string, priority: number, courierIds: string[], places = [name]) => ({
  ...{ id: null, name, priority, currency: "USD", active: true, courierIds },
  ...plainZone({ places, rateMinor: 350, commissionMinor: 200 }),
});
const save = (zone: Parameters<typeof saveZone>[1]["zone"]) => saveZone(world.ports, { shopId: home.shop.id, actor: "merchant", zone });
const freshShop = async () => (await world.ports.store.shopByDomain("zonas.myshopify.com"))!;

test("a zone keeps its couriers in their order, and whoever keeps zones ready is told of a new version", async () => {
  const { zonesVersion } = await freshShop();
  const ids = (await home.s.couriers())
    .map(({ id }) => id)
    .toSorted()
    .toReversed();
  const { id } = await save(zoneAt("Loja", 30, ids));
  expect((await home.s.zone(id))!.courierIds).toEqual(ids);
  await save({ ...zoneAt("Loja", 30, ids.toReversed()), id });
  expect((await home.s.zone(id))!.courierIds).toEqual(ids.toReversed());
  expect((await freshShop()).zonesVersion).toBe(zonesVersion + 2);
});

test("the list finds zones by name, place and courier, puts alarms first where asked, and counts them", async () => {
  await save(zoneAt("Sin nadie", 40, [], ["Zamora"]));
  await save(zoneAt("También Loja", 30, [home.courierId], ["Loja"]));
  const page = async (term: string, sort: "priority" | "alarms" = "priority") =>
    zonesPage(ports, { shop: await freshShop(), term, sort, page: 1 });
  const names = async (...asked: Parameters<typeof page>) => (await page(...asked)).rows.map(({ name }) => name);
  expect(await names("zamorá")).toEqual(["Sin nadie"]);
  expect(await names("luis loja")).toEqual(expect.arrayContaining(["Loja", "También Loja"]));
  expect((await names("", "alarms"))[0]).toBe("Sin nadie");
  const { rows, all, alarmed } = await page("");
  expect([all, alarmed]).toEqual([4, 1]);
  expect(rows.filter(({ equals }) => equals.length > 0).map(({ name, equals }) => [name, equals])).toEqual(
    expect.arrayContaining([
      ["Loja", ["También Loja"]],
      ["También Loja", ["Loja"]],
    ]),
  );
});

test("a zone is looked at among the others and over the orders of two months, and nothing is kept", async () => {
  await home.aDelivery(1);
  const before = await home.s.zones();
  const draft = { ...zoneAt("Cantón Quito", 50, []), id: world.ports.ids.uuid() };
  const preview = await zonePreview(ports, { shop: await freshShop(), zone: draft });
  expect(preview).toMatchObject({ alarms: ["no_courier"], overlaps: [{ name: "Quito", wins: "other" }], gaps: [], days: 60, more: 0 });
  expect(preview.orders).toMatchObject({ looked: 1, inside: 0, nowhere: 0 });
  world.setNow("2027-03-01T00:00:00Z");
  expect((await zonePreview(ports, { shop: await freshShop(), zone: draft })).orders.looked).toBe(0);
  expect(await home.s.zones()).toEqual(before);
});

test("a change is rehearsed on an order by its deliveries, each on its part, and shipping once", async () => {
  world.setNow("2026-11-24T15:00:00Z");
  const { sale, id: orderId } = await home.s.insertOrder({ sale: aSale(2), fiscalData: null, readAt: new Date(0) });
  for (const quantity of [1, 1])
    await home.s.insertDelivery({ orderId, currency: "USD", lines: [{ lineId: sale.lines[0]!.id, quantity }] });
  const zone = (await home.s.zones()).find(({ name }) => name === "Quito")!;
  const commission = { ...zone.commission, kind: "percent_of_order" as const, basisPoints: 1_000 };
  const { before, after } = await rehearseZone(ports, { shop: await freshShop(), zone: { ...zone, commission } });
  // Another order of one delivery is there already: 25.50 each, 2.00 for each of three deliveries.
  expect(before).toMatchObject({ inZone: 2, incomeMinor: 700, payMinor: 600 });
  expect(after).toMatchObject({ incomeMinor: 700, payMinor: 255 + 145 + 110 });
});
