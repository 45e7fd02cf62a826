import { nativeName } from "~/domain/native-rate/native-rates";
import type { OrderLine, SaleOrder } from "~/domain/order/order";
import { priceOf, type Load, type Moment } from "~/domain/rate/rate-table";
import { STANDARD, type Service } from "~/domain/rate/service";
import { wallTimeIn } from "~/domain/time/calendar";

/** What of an order its price by a zone depends on. */
export type Carried = Pick<SaleOrder, "placedAt" | "totalGrams"> & {
  lines: readonly Pick<OrderLine, "requiresShipping" | "originalMinor" | "quantity">[];
  shippingLines: readonly Pick<SaleOrder["shippingLines"][number], "code" | "title">[];
};

type Priced = { id: string; name: string; services: readonly Service[] };

/** What Shopify knows a zone's service by: stable, since it caches rates by it. */
export const serviceCode = (zoneId: string, { code }: Pick<Service, "code">): string =>
  code === STANDARD ? `zone-${zoneId}` : `zone-${zoneId}:${code}`;

/**
 * The service that an order's buyer chose at checkout: by its code, or by its name where the price came from the shop's own settings; the zone's
 * first where they chose none of it.
 */
export function chosenService({ id, name, services }: Priced, { shippingLines }: Pick<Carried, "shippingLines">): Service | null {
  const codes = new Set(shippingLines.map(({ code }) => code));
  // Of two zones of one name the later's rates bear a number.
  const titles = new Set(shippingLines.flatMap(({ title }) => [title, title.replace(/ \(\d+\)$/, "")]));
  const isNamed = (service: Service) => ["es", "en"].some((locale) => titles.has(nativeName(name, service, locale)));
  return (
    services.find((service) => codes.has(serviceCode(id, service))) ??
    services.find(isNamed) ??
    services.find(({ active }) => active) ??
    services[0] ??
    null
  );
}

/** What an order gives to carry, as Shopify counted it at checkout: before discounts, without what isn't shipped. */
export function loadOf({ lines, totalGrams }: Pick<Carried, "lines" | "totalGrams">): Load {
  const shipped = lines.filter(({ requiresShipping }) => requiresShipping);
  return {
    grams: totalGrams ?? 0,
    valueMinor: shipped.reduce((sum, { originalMinor }) => sum + originalMinor, 0),
    items: shipped.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

export function momentIn(at: Date, timeZone: string): Moment {
  const { weekday, minute } = wallTimeIn(at, timeZone);
  return { weekday, minute };
}

/** The zone's price for an order by the service its buyer chose, at the moment it was placed; null where the zone has no price for it. */
export function priceOfOrder(zone: Priced, sale: Omit<Carried, "placedAt">, placed: Moment): number | null {
  const service = chosenService(zone, sale);
  return service ? (priceOf(service.rate, loadOf(sale), placed)?.minor ?? null) : null;
}
