import { CHECKOUT_PATIENCE_MS } from "~/domain/position/geocoder";
import { priceOf, type Load } from "~/domain/rate/rate-table";
import { promisedDay, serviceName, type Service } from "~/domain/rate/service";
import { dateIn, minuteIn } from "~/domain/time/calendar";
import type { Rate, RateRequest } from "~/domain/zone/carrier-rates";
import { locationsAt, type Departure, type Origin } from "~/domain/zone/departure";
import { findZone } from "~/domain/zone/find-zone";
import { momentIn, serviceCode } from "~/domain/zone/price-order";
import { servedDays } from "~/domain/zone/served-days";
import { asksPositions, type ZoneIndex } from "~/domain/zone/zone-index";
import type { Ports } from "~/ports/ports";
import type { Shop, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { locateAddress } from "./locate-address";

/** Whose callback this is, or null: the secret is known to Shopify alone. */
export async function openCarrierLink(
  { store, links, recentShops }: Pick<Ports, "store" | "links" | "recentShops">,
  { token }: { token: string },
): Promise<Shop | null> {
  const [publicKey = "", secret = ""] = token.split(".");
  const shop = await recentShops(publicKey, () => store.shopByPublicKey(publicKey));
  return shop && !shop.uninstalledAt && secret !== "" && shop.carrierSecretHash === links.hash(secret) ? shop : null;
}

type Asked = RateRequest & { shop: Shop };

/**
 * What delivery to an address costs, by its zone: a rate for each of its services. Nothing to offer where no zone covers it, where it can't be
 * told which of two places is meant, or where the zone doesn't take such an order. Where only the position is not well known it is the price of
 * the middle: the order is looked at.
 */
export async function quoteShipping(
  ports: Pick<Ports, "store" | "zones" | "clock" | "geocoder" | "addressKey">,
  { shop, origin, place, load, currency }: Asked,
): Promise<Rate[]> {
  const { store, zones, clock } = ports;
  const s = store.of(shop.id);
  const ready = await zones(shop, () => s.zones());
  const isAsked = asksPositions(ready, place.countryCode);
  const position = isAsked ? await locateAddress(ports, { shop, address: place, told: null, withinMs: CHECKOUT_PATIENCE_MS }) : null;
  const { matches, doubt } = findZone(ready, { ...place, position }, await leavingFrom(s, ready, origin));
  const zone = matches[0]?.zone;
  if (!zone || doubt?.code === "place_ambiguous" || zone.currency !== currency || !takes(zone, load)) return [];
  const now = clock.now();
  return zone.services.filter(({ active }) => active).flatMap((service) => rateOf({ shop, zone, service, load, now }));
}

/** Shops whose zones are served from everywhere, as most are, are answered from memory alone. */
const leavingFrom = async (s: Pick<ShopStore, "locations">, { zones }: ZoneIndex<Zone>, origin: Origin | null): Promise<Departure> =>
  zones.some(({ zone }) => zone.locationGids.length > 0) ? locationsAt(await s.locations(), origin) : null;

const takes = ({ orderMinMinor, orderMaxMinor }: Zone, { valueMinor }: Load): boolean =>
  valueMinor >= (orderMinMinor ?? 0) && (orderMaxMinor === null || valueMinor <= orderMaxMinor);

type Offer = { shop: Shop; zone: Zone; service: Service; load: Load; now: Date };

function rateOf({ shop: { locale, timeZone }, zone, service, load, now }: Offer): Rate[] {
  const price = priceOf(service.rate, load, momentIn(now, timeZone));
  const day = promisedDay(service, servedDays(zone), dateIn(now, timeZone), minuteIn(now, timeZone));
  if (!price || day === null) return [];
  return [
    {
      name: serviceName(service, locale),
      code: serviceCode(zone.id, service),
      description: zone.name,
      totalMinor: price.minor,
      currency: zone.currency,
      day,
    },
  ];
}
