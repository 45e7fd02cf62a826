import { placeName, type Place } from "~/domain/place/place";
import type { Service } from "~/domain/rate/service";

/** What an active zone lacks to bring an order to its end: somebody who brings it, something it costs, a series that numbers its documents. */
export const ZONE_ALARMS = ["no_courier", "no_rate", "no_series"] as const;
export type ZoneAlarm = (typeof ZONE_ALARMS)[number];

/** What zones lean on: who is in service, where invoices are numbered ("001-002"), and whether there is a default series. */
export type Standing = { couriers: ReadonlySet<string>; places: ReadonlySet<string>; hasDefaultSeries: boolean };

type Leaning = { active: boolean; courierIds: readonly string[]; services: readonly Pick<Service, "active">[]; place: Place | null };

/** In the order of ZONE_ALARMS; none for a zone that is not in use. */
export function zoneAlarms(
  { active, courierIds, services, place }: Leaning,
  { couriers, places, hasDefaultSeries }: Standing,
): ZoneAlarm[] {
  const isMissing: Record<ZoneAlarm, boolean> = {
    no_courier: !courierIds.some((id) => couriers.has(id)),
    no_rate: !services.some((service) => service.active),
    no_series: place === null ? !hasDefaultSeries : !places.has(placeName(place)),
  };
  return active ? ZONE_ALARMS.filter((alarm) => isMissing[alarm]) : [];
}
