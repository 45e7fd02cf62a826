import { expect, test } from "vitest";
import { plainZone } from "~/domain/zone/plain-zone";
import { readBy, zoneIndex } from "~/domain/zone/zone-index";
import { fixedCommission, type CommissionKind } from "~/domain/rate/commission";
import { aSaleLine } from "~/testing/sales";
import type { PastOrder, PricedZone } from "./outcome";
import { partsOf, type PastDelivery } from "./past-parts";
import { rehearse } from "./rehearse";

type Terms = { places: string[]; rateMinor?: number; commissionMinor?: number; courierIds?: string[]; priority?: number };
const aZone = (id: string, { places, rateMinor = 300, commissionMinor = 200, courierIds = ["ana"], priority = 1 }: Terms): PricedZone => ({
  ...{ id, name: id, priority, active: true, courierIds },
  ...plainZone({ places, rateMinor, commissionMinor }),
});
let placed = 0;
const anOrder = (city: string, placedAt = "2026-11-03T15:00:00Z"): PastOrder => ({
  id: `o${++placed}`,
  name: `#${placed}`,
  place: { countryCode: "EC", province: null, city, zip: null, address2: null, position: null },
  parts: [{ from: null, share: { orderMinor: 2000, bearsShipping: true, isWhole: true } }],
  sale: {
    placedAt,
    totalMinor: 2000,
    totalGrams: 500,
    lines: [{ requiresShipping: true, originalMinor: 2000, quantity: 1 }],
    shippingLines: [],
  },
});
const couriers = ["ana", "eva"].map((id) => ({ id, active: true, dailyCapacity: 20 }));
const run = (orders: PastOrder[], before: PricedZone[], after: PricedZone[], hands = couriers) =>
  rehearse({
    orders,
    before: { index: zoneIndex(before, new Map()), couriers: hands },
    after: { index: zoneIndex(after, new Map()), couriers: hands },
    timeZone: "America/Guayaquil",
    breathe: async () => {},
  });

test("a dearer zone brings in more, and names the orders that would have paid otherwise", async () => {
  const [quito, loja] = [anOrder("Quito"), anOrder("Loja")];
  const both = [aZone("Quito", { places: ["Quito"] }), aZone("Loja", { places: ["Loja"] })];
  const found = await run([quito, loja], both, [aZone("Quito", { places: ["Quito"], rateMinor: 450, commissionMinor: 250 }), both[1]!]);
  expect([found.before.incomeMinor, found.after.incomeMinor]).toEqual([600, 750]);
  expect([found.before.payMinor, found.after.payMinor]).toEqual([400, 450]);
  expect(found.changed).toEqual([{ id: quito.id, name: quito.name, fromZone: "Quito", toZone: "Quito", rateMinor: [300, 450] }]);
});

test("orders that lose their zone, and those that go to another, are told apart", async () => {
  const orders = [anOrder("Quito"), anOrder("Cumbaya"), anOrder("Loja")];
  const before = [aZone("Norte", { places: ["Quito", "Cumbaya"] }), aZone("Sur", { places: ["Loja"] })];
  const found = await run(orders, before, [
    aZone("Norte", { places: ["Quito"] }),
    aZone("Sur", { places: ["Loja", "Quito"], priority: 0 }),
  ]);
  expect(found.changed.map(({ fromZone, toZone }) => [fromZone, toZone])).toEqual([
    ["Norte", "Sur"],
    ["Norte", null],
  ]);
  expect([found.before.withoutZone, found.after.withoutZone]).toEqual([0, 1]);
});

test("a change that brings a new name reads every address anew, one of prices alone reads it once", async () => {
  const before = [aZone("Quito", { places: ["Quito"] })];
  const found = await run([anOrder("La Pradera")], before, [aZone("Quito", { places: ["Quito", "La Pradera"] })]);
  expect(found.changed).toMatchObject([{ fromZone: null, toZone: "Quito" }]);
  const like = zoneIndex(before, new Map());
  const namesOf = (zone: PricedZone) => readBy(zoneIndex([zone], new Map(), like), "EC");
  expect(namesOf(aZone("Quito", { places: ["Quito"], rateMinor: 1 }))).toBe(readBy(like, "EC"));
  expect(namesOf(aZone("Quito", { places: ["Loja"] }))?.names).toEqual(new Set(["loja"]));
});

test("couriers share the stops of a day evenly, up to what they do in one; the day is the shop's", async () => {
  const zones = (courierIds: string[]) => [aZone("Quito", { places: ["Quito"], courierIds })];
  const orders = Array.from({ length: 5 }, () => anOrder("Quito"));
  const found = await run(orders, zones(["ana"]), zones(["ana", "eva"]));
  expect([...found.before.stops]).toEqual([["ana", 5]]);
  expect(Object.fromEntries(found.after.stops)).toEqual({ ana: 3, eva: 2 });
  const weak = [{ id: "ana", active: true, dailyCapacity: 2 }];
  expect((await run(orders, zones(["ana"]), zones(["ana"]), weak)).after).toMatchObject({ withoutCourier: 3 });
  const nights = [
    anOrder("Quito", "2026-11-04T04:00:00Z"),
    anOrder("Quito", "2026-11-04T06:00:00Z"),
    anOrder("Quito", "2026-11-03T15:00:00Z"),
  ];
  expect((await run(nights, zones(["ana"]), zones(["ana"]), weak)).after).toMatchObject({ withoutCourier: 0 });
});

test("an order that is too heavy for its zone has no price and brings in nothing", async () => {
  const light = aZone("Quito", { places: ["Quito"] });
  const rate = { ...light.services[0]!.rate, basis: "weight" as const, bands: [{ upTo: 400, baseMinor: 300, perUnitMinor: 0 }] };
  const found = await run([anOrder("Quito")], [light], [{ ...light, services: [{ ...light.services[0]!, rate }] }]);
  expect(found.after).toMatchObject({ inZone: 1, withoutPrice: 1, incomeMinor: 0 });
});

test("an order in two deliveries pays shipping once, each courier on their part, and is two stops", async () => {
  const [coffee, tea] = [aSaleLine({ id: "coffee", netMinor: 1500 }), aSaleLine({ id: "tea", netMinor: 500 })];
  const from = (id: string, lineId: string, change: Partial<PastDelivery> = {}): PastDelivery => ({
    ...{ id, state: "delivered", method: "courier", locationGid: id, lines: [{ lineId, quantity: 1 }] },
    ...change,
  });
  const split = (...deliveries: PastDelivery[]): PastOrder => {
    const shared = { totalMinor: 2300, taxesIncluded: true, lines: [coffee, tea], fulfillmentOrders: [] };
    return { ...anOrder("Quito"), parts: partsOf({ ...shared, deliveries }) };
  };
  const zone = (id: string, kind: CommissionKind, locationGids: string[], rateMinor: number): PricedZone => ({
    ...aZone(id, { places: ["Quito"], rateMinor }),
    ...{ locationGids, commission: { ...fixedCommission(0), kind, basisPoints: 1000 } },
  });
  const order = split(from("north", "coffee"), from("south", "tea"));
  const zones = (kind: CommissionKind) => [zone("North", kind, ["north"], 300), zone("South", kind, ["south"], 500)];
  const found = await run([order], zones("percent_of_order"), zones("percent_of_shipping"));
  expect(found.before).toMatchObject({ inZone: 1, incomeMinor: 300, payMinor: 180 + 50, stops: new Map([["ana", 2]]) });
  expect(found.after).toMatchObject({ incomeMinor: 300, payMinor: 30, withoutPrice: 0 });
  expect(found.changed).toEqual([]);
  const lost = await run([order], zones("fixed"), [zones("fixed")[0]!]);
  expect([lost.after.inZone, lost.after.withoutZone, lost.changed]).toMatchObject([0, 1, [{ fromZone: "South", toZone: null }]]);
  // Brought again after it came back, and what a carrier took: nothing counts twice.
  const again = split(from("a", "coffee", { state: "returned" }), from("north", "coffee"), from("x", "tea", { method: "carrier" }));
  expect((await run([again], zones("percent_of_order"), [])).before).toMatchObject({ incomeMinor: 300, payMinor: 180 });
  expect(split(from("x", "tea", { method: "carrier" })).parts).toEqual([]);
  expect(split(from("a", "tea", { state: "cancelled" })).parts).toMatchObject([{ share: { orderMinor: 2300, isWhole: true } }]);
});
