import { unsaidOf, type UnsaidOfZone } from "~/domain/native-rate/unsaid";
import { previewZone, type ZonePreview } from "~/domain/zone-preview/preview-zone";
import { destinationOf } from "~/domain/zone/destination";
import { zoneAlarms, type ZoneAlarm } from "~/domain/zone/zone-alarms";
import type { Shop, Zone } from "~/ports/records";
import { usesNativeRates } from "~/workflows/shop/sync-native-rates";
import type { QueryPorts } from "./ports";
import { zoneStanding } from "./zone-standing";

const DAYS = 60;
const DAY_MS = 86_400_000;
/** The newest orders tell enough, and an answer while one draws has to be there at once. */
const MOST_ORDERS = 500;

/** `unsaid`: what of it the shop's own shipping settings can't say, where they are in use. */
export type ShownPreview = ZonePreview & { alarms: ZoneAlarm[]; days: number; unsaid: UnsaidOfZone[] };

const MOST_GAPS = 12;
const MOST_NAMES = 40;

/** What a page can show: a zone over the whole country lies over every other. */
const shown = (preview: ZonePreview) => ({
  ...preview,
  overlaps: preview.overlaps.map((one) => ({ ...one, places: one.places.slice(0, MOST_NAMES) })),
  gaps: preview.gaps.slice(0, MOST_GAPS).map((one) => ({ ...one, towns: one.towns.slice(0, MOST_NAMES) })),
});

/** What a zone, as it is being written, would do among the shop's others, and what it lacks. Nothing is kept. */
export async function zonePreview(
  { store, zones, screens, clock }: Pick<QueryPorts, "store" | "zones" | "screens" | "clock">,
  { shop, zone }: { shop: Shop; zone: Omit<Zone, "id"> & { id: string } },
): Promise<ShownPreview> {
  const s = store.of(shop.id);
  const since = new Date(clock.now().getTime() - DAYS * DAY_MS);
  const [ready, couriers, issuer, addresses] = await Promise.all([
    zones(shop, () => s.zones()),
    s.couriers(),
    s.issuer(),
    screens.recentAddresses(shop.id, since, MOST_ORDERS),
  ]);
  const places = addresses.map((shippingAddress) => destinationOf({ shippingAddress }));
  const preview = previewZone(zone, ready, places);
  const unsaid = usesNativeRates(shop) ? unsaidOf(zone, shop.locale) : [];
  return { ...shown(preview), unsaid, alarms: zoneAlarms(zone, await zoneStanding(s, couriers, issuer)), days: DAYS };
}
