import type { Strategy } from "~/domain/assignment/terms";
import { placeName } from "~/domain/place/place";
import type { Shop, Zone } from "~/ports/records";
import type { QueryPorts } from "./ports";
import { zoneStanding } from "./zone-standing";

export type ZoneEditor = {
  zone: Zone | null;
  couriers: { id: string; name: string; active: boolean }[];
  locations: { gid: string; name: string }[];
  shopStrategy: Strategy;
  /** Where invoices are numbered: "001-001". */
  places: string[];
  defaultPlace: string | null;
  /** A priority behind all others. */
  nextPriority: number;
};

/** One zone to be written, and what it may be given. `zone` is null where there is none of this id. */
export async function zoneEditor({ store }: Pick<QueryPorts, "store">, { shop, id }: { shop: Shop; id: string }): Promise<ZoneEditor> {
  const s = store.of(shop.id);
  const [zones, couriers, issuer, locations] = await Promise.all([s.zones(), s.couriers(), s.issuer(), s.locations()]);
  const standing = await zoneStanding(s, couriers, issuer);
  const usual =
    issuer &&
    (await s.series(issuer.id)).find((one) => one.documentType === "invoice" && one.environment === issuer.environment && one.isDefault);
  const zone = zones.find((one) => one.id === id) ?? null;
  return {
    zone,
    couriers: couriers.map(({ id: courierId, name, active }) => ({ id: courierId, name, active })),
    locations: locations.filter(({ active }) => active).map(({ gid, name }) => ({ gid, name })),
    shopStrategy: shop.strategy,
    places: [...standing.places].sort(),
    defaultPlace: usual ? placeName(usual) : null,
    nextPriority: Math.min(999, Math.max(0, ...zones.map(({ priority }) => priority)) + 10),
  };
}
