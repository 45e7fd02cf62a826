// A change of a zone run on a month of orders, as its form does before it is saved: the zones made ready, both sides asked, all summed up.
import { performance } from "node:perf_hooks";
import { setImmediate as breathe } from "node:timers/promises";
import { readTable } from "../../app/adapters/gazetteer/addresses/judge.ts";
import { geonames } from "../../app/adapters/gazetteer/geonames.ts";
import type { PastOrder, PricedZone } from "../../app/domain/rehearsal/outcome.ts";
import { rehearse } from "../../app/domain/rehearsal/rehearse.ts";
import type { AreaPart } from "../../app/domain/zone/area.ts";
import { findZone } from "../../app/domain/zone/find-zone.ts";
import { plainZone } from "../../app/domain/zone/plain-zone.ts";
import { zoneIndex } from "../../app/domain/zone/zone-index.ts";
import { polygon } from "../polygon.ts";
import type { Row } from "../row.ts";

const [ORDERS, ZONES, DRAWN, COURIERS] = [5_000, 200, 120, 20];
const MINUTES_APART = 8;
const STREETS = ["Los Cipreses y El Maestro", "Av. Amazonas", "Calle Sucre", "Urbanización El Condado", "Las Peñas"];
const couriers = Array.from({ length: COURIERS }, (_none, at) => ({ id: `c${at}`, active: true, dailyCapacity: 60 }));

const zoneOf = (at: number, part: AreaPart): PricedZone => ({
  ...{
    id: String(at),
    name: `Zona ${at}`,
    priority: part.kind === "country" ? 99 : 5,
    active: true,
    courierIds: couriers.map(({ id }) => id),
  },
  ...plainZone({ places: [], rateMinor: 350, commissionMinor: 200 }),
  area: { countryCode: "EC", include: [part], exclude: [] },
});

/** Addresses as shoppers type them, each with a house of its own; every third of which the position is known. */
function pastOrders(): PastOrder[] {
  const typed = ["unseen", "hostile", "fresh"].flatMap(readTable).map(({ place }) => place);
  return Array.from({ length: ORDERS }, (_none, at) => {
    const place = typed[at % typed.length]!;
    const street = `${place.address1 ?? STREETS[at % STREETS.length]!}, ${STREETS[(at * 7) % STREETS.length]!} ${at}`;
    const position =
      at % 3 === 0 ? { latitude: -4 + (at % 400) / 100, longitude: -80 + (at % 250) / 100, source: "shopify" as const } : null;
    const placedAt = new Date(Date.UTC(2026, 10, 1) + at * MINUTES_APART * 60_000).toISOString();
    const lines = [{ requiresShipping: true, originalMinor: 2_000, quantity: 2 }];
    return {
      ...{ id: `o${at}`, name: `#${at}`, place: { ...place, address1: street, position } },
      parts: [{ from: null, share: { orderMinor: 2_350, bearsShipping: true, isWhole: true } }],
      sale: { placedAt, totalMinor: 2_350, totalGrams: 900, lines, shippingLines: [{ code: "zone-7", title: "Envío" }] },
    };
  });
}

export async function rehearsal(): Promise<Row> {
  const maps = geonames(["EC"]);
  const names = [...maps.get("EC")!.byId.values()].filter(({ kind }) => kind === "canton").map(({ name }) => name);
  const part = (at: number): AreaPart =>
    at === 0 ? { kind: "country" } : at <= DRAWN ? polygon(at * 5) : { kind: "place", name: names[at - DRAWN]! };
  const zones = Array.from({ length: ZONES }, (_none, at) => zoneOf(at, part(at)));
  const orders = pastOrders();
  const before = { index: zoneIndex(zones, maps), couriers };
  const bareBegan = performance.now();
  for (const { place } of orders) findZone(before.index, place);
  const bare = performance.now() - bareBegan;
  // A new name in the zone: with it all that shoppers wrote is read anew.
  const changed = zones.map((zone) => (zone.id === "7" ? zoneOf(7, { kind: "place", name: "La Pradera" }) : zone));
  const began = performance.now();
  const after = { index: zoneIndex(changed, maps), couriers };
  await rehearse({ orders, before, after, timeZone: "America/Guayaquil", breathe });
  return {
    ...{ name: `rehearsal, ${ORDERS} orders × ${ZONES} zones`, value: performance.now() - began, unit: "ms", goal: 1_500, better: "lower" },
    baseline: { name: "each order's zone, once", value: bare },
  };
}
