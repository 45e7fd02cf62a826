import { foldText } from "~/domain/order/search-text";
import { equalZones } from "~/domain/zone-preview/equals";
import { zoneAlarms, type ZoneAlarm } from "~/domain/zone/zone-alarms";
import { areaInWords } from "~/domain/zone/zone-summary";
import type { Shop, Zone } from "~/ports/records";
import { type Paging, pagingOf, type PageInput } from "./paging";
import type { QueryPorts } from "./ports";
import { zoneStanding } from "./zone-standing";

const PAGE_SIZE = 50;
export const ZONE_SORTS = ["priority", "name", "alarms"] as const;
export type ZoneSort = (typeof ZONE_SORTS)[number];

/** A zone as the list shows it. `equals`: zones of its own priority that share its area. `couriers`: those in service, in the zone's order. */
export type ZoneRow = Pick<Zone, "id" | "name" | "priority" | "active" | "currency" | "services" | "commission"> & {
  alarms: ZoneAlarm[];
  equals: string[];
  couriers: string[];
  words: string[];
  drawn: number;
  isCountry: boolean;
};

/** A page of the zones that a term finds by name, place or courier; and how many there are at all, and with an alarm. */
export async function zonesPage(
  { store }: Pick<QueryPorts, "store">,
  { shop, sort, term, page }: { shop: Shop; sort: ZoneSort } & PageInput,
): Promise<{ rows: ZoneRow[]; paging: Paging; all: number; alarmed: number }> {
  const s = store.of(shop.id);
  const [zones, couriers, issuer] = await Promise.all([s.zones(), s.couriers(), s.issuer()]);
  const standing = await zoneStanding(s, couriers, issuer);
  const names = new Map(couriers.filter(({ active }) => active).map(({ id, name }) => [id, name]));
  const rows = zones.map((zone): ZoneRow => {
    const { id, name, priority, active, currency, services, commission, area } = zone;
    return {
      ...{ id, name, priority, active, currency, services, commission, words: areaInWords(area), equals: [] },
      alarms: zoneAlarms(zone, standing),
      couriers: zone.courierIds.flatMap((courierId) => names.get(courierId) ?? []),
      drawn: area.include.filter(({ kind }) => kind === "circle" || kind === "polygon").length,
      isCountry: area.include.some(({ kind }) => kind === "country"),
    };
  });
  const words = foldText(term).split(" ").filter(Boolean);
  const found = rows.filter((row) => {
    const text = foldText([row.name, ...row.words, ...row.couriers].join(" "));
    return words.every((word) => text.includes(word));
  });
  const sorted = sort === "priority" ? found : found.toSorted(ORDER[sort]);
  const shown = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const equals = equalZones(zones, new Set(shown.map(({ id }) => id)));
  return {
    rows: shown.map((row) => ({ ...row, equals: equals.get(row.id) ?? [] })),
    paging: pagingOf(page, PAGE_SIZE, found.length),
    all: zones.length,
    alarmed: rows.filter(({ alarms }) => alarms.length > 0).length,
  };
}

const ORDER: Record<Exclude<ZoneSort, "priority">, (a: ZoneRow, b: ZoneRow) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, "es"),
  alarms: (a, b) => b.alarms.length - a.alarms.length,
};
