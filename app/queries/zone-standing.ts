import { defaultSeries } from "~/domain/document/default-series";
import { placeName } from "~/domain/place/place";
import type { Standing } from "~/domain/zone/zone-alarms";
import type { Courier } from "~/ports/courier-records";
import type { IssuerRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";

/** What a shop's zones lean on. Without an issuer there is no series, and the set-up says so by itself: zones are not blamed for it. */
export async function zoneStanding(s: ShopStore, couriers: readonly Courier[], issuer: IssuerRecord | null): Promise<Standing> {
  const active = new Set(couriers.filter((courier) => courier.active).map(({ id }) => id));
  if (!issuer) return { couriers: active, places: new Set(), hasDefaultSeries: true };
  const all = await s.series(issuer.id);
  const invoices = all.filter(({ documentType, environment }) => documentType === "invoice" && environment === issuer.environment);
  return {
    couriers: active,
    places: new Set(invoices.map(placeName)),
    hasDefaultSeries: defaultSeries(all, "invoice", issuer.environment) !== null,
  };
}
