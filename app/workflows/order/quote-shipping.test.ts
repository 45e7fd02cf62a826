import { expect, test } from "vitest";
import { geonames } from "~/adapters/gazetteer/geonames";
import { readyZones } from "~/adapters/zones/ready-zones";
import { flatRate } from "~/domain/rate/rate-table";
import type { Origin } from "~/domain/zone/departure";
import { findZone } from "~/domain/zone/find-zone";
import { plainZone } from "~/domain/zone/plain-zone";
import { zoneIndex } from "~/domain/zone/zone-index";
import type { Ports } from "~/ports/ports";
import type { Shop, Zone } from "~/ports/records";
import { quoteShipping } from "./quote-shipping";

const QUITO: Zone = {
  ...{ id: "z", name: "Norte", priority: 1, active: true, currency: "USD", courierIds: ["c"] },
  ...plainZone({ places: ["Quito"], rateMinor: 350, commissionMinor: 200 }),
};
const MAPS = geonames(["EC"]);
const shop = { id: "shop", zonesVersion: 0, locale: "es", timeZone: "America/Guayaquil" } as Shop;
const place = { countryCode: "EC", province: null, city: "Quito", zip: null, address2: null, position: null };

/** Wednesday, 15:00 in Guayaquil. */
const NOW = new Date("2026-11-25T20:00:00Z");

const DEPOT = { countryCode: "EC", city: "Quito", zip: "170135", address1: "Av. Amazonas N24-03" };
const locations = () => Promise.resolve([{ ...DEPOT, gid: "gid://shopify/Location/1", active: true }]);

function quote(zone: Partial<Zone>, valueMinor = 2000, currency = "USD", origin: Origin | null = null) {
  const store = { of: () => ({ locations, zones: () => Promise.resolve([{ ...QUITO, ...zone }]) }) };
  const ports = { store, zones: readyZones(MAPS), clock: { now: () => NOW } } as unknown as Ports;
  return quoteShipping(ports, { shop, origin, place, load: { grams: 500, valueMinor, items: 1 }, currency });
}

test("the zone's rate, with its stable code and the day on which it is really served", async () => {
  expect(await quote({})).toEqual([
    { name: "Entrega a domicilio", code: "zone-z", description: "Norte", totalMinor: 350, currency: "USD", day: "2026-11-25" },
  ]);
  const onFridays = { hours: [{ days: [5], from: 0, to: 1440 }] };
  expect(await quote(onFridays)).toMatchObject([{ day: "2026-11-27" }]);
  expect(await quote({ ...onFridays, daysOff: ["2026-11-27"] })).toMatchObject([{ day: "2026-12-04" }]);
});

test("each service that is offered has a rate of its own; past the cut-off it is the next day's", async () => {
  const [standard] = QUITO.services;
  const services = [
    { ...standard!, cutOff: 14 * 60 },
    { ...standard!, code: "express", name: "Hoy mismo", rate: flatRate(700) },
    { ...standard!, code: "old", active: false },
  ];
  expect(await quote({ services })).toMatchObject([
    { code: "zone-z", totalMinor: 350, day: "2026-11-26" },
    { code: "zone-z:express", name: "Hoy mismo", totalMinor: 700, day: "2026-11-25" },
  ]);
});

test("nothing is offered below the smallest order, above the largest, in another currency, or where the zone is switched off", async () => {
  expect(await quote({ orderMinMinor: 2000, orderMaxMinor: 2000 })).toHaveLength(1);
  expect(await quote({ orderMinMinor: 2001 })).toEqual([]);
  expect(await quote({ orderMaxMinor: 1999 })).toEqual([]);
  expect(await quote({}, 2000, "EUR")).toEqual([]);
  expect(await quote({ active: false })).toEqual([]);
});

test("a zone that is served from another location offers nothing from this one; from an address of none it offers what it has", async () => {
  const [here, there] = [{ locationGids: ["gid://shopify/Location/1"] }, { locationGids: ["gid://shopify/Location/2"] }];
  expect(await quote(here, 2000, "USD", { ...DEPOT, address1: "AV AMAZONAS N24-03 " })).toHaveLength(1);
  expect(await quote(there, 2000, "USD", DEPOT)).toEqual([]);
  expect(await quote(there, 2000, "USD", { ...DEPOT, address1: "Calle Larga 1" })).toHaveLength(1);
});

test("where the position is not well known the price is that of the middle of the town: the order is looked at, the shopper is not sent away", async () => {
  const { latitude, longitude } = MAPS.get("EC")!
    .byName.get("quito")!
    .find(({ place: { kind } }) => kind === "canton")!.place;
  const include = [{ kind: "circle" as const, latitude: latitude!, longitude: longitude!, metres: 1000 }];
  const drawn = { ...QUITO, area: { countryCode: "EC", include, exclude: [] } };
  expect(findZone(zoneIndex([drawn], MAPS), place).doubt?.code).toBe("position_unsure");
  expect(await quote({ area: drawn.area })).toMatchObject([{ totalMinor: 350 }]);
});
