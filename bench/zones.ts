import { geonames } from "~/adapters/gazetteer/geonames";
import { COUNTRIES } from "~/countries";
import type { AreaPart } from "~/domain/zone/area";
import { plainZone } from "~/domain/zone/plain-zone";
import { ports } from "~/composition.server";
import type { Zone } from "~/ports/records";
import { polygon } from "./polygon.ts";

const AT_ONCE = 100;

/** Gives the demo shop so many drawn zones and so many by names; answers how many they are together. */
export async function manyZones(drawn: number, named: number): Promise<number> {
  const shop = (await ports.store.shopByDomain("demo.myshopify.com"))!;
  const names = [...(geonames(COUNTRIES).get("EC")?.byName.keys() ?? [])];
  const zones = [
    ...Array.from({ length: drawn }, (_none, at) => zoneOf(`Polígono ${at}`, 5, polygon(at))),
    ...Array.from({ length: named }, (_none, at) => zoneOf(`Nombre ${at}`, 7, { kind: "place", name: names[at] ?? `Sector ${at}` })),
    zoneOf("El resto", 99, { kind: "country" }),
  ];
  for (let from = 0; from < zones.length; from += AT_ONCE)
    await ports.store.change(shop.id, async (s) => {
      for (const zone of zones.slice(from, from + AT_ONCE)) await s.saveZone(zone);
    });
  return zones.length;
}

const zoneOf = (name: string, priority: number, part: AreaPart): Zone => ({
  ...{ id: ports.ids.uuid(), name, priority, active: true, currency: "USD", courierIds: [] },
  ...plainZone({ places: [], rateMinor: 350, commissionMinor: 200 }),
  area: { countryCode: "EC", include: [part], exclude: [] },
});
