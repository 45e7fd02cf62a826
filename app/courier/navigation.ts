import type { Card } from "./card";

/** What shows the way: two that most have, and whichever the phone itself opens. */
export const NAVIGATIONS = ["maps", "waze", "geo"] as const;
export type Navigation = (typeof NAVIGATIONS)[number];
export type Way = { name: Navigation; url: string };

/** The ways to a stop, the one that was taken last first. */
export function waysTo({ mapsUrl, wazeUrl, geoUrl = null }: Pick<Card, "mapsUrl" | "wazeUrl" | "geoUrl">, last: Navigation | null): Way[] {
  const urls = { maps: mapsUrl, waze: wazeUrl, geo: geoUrl };
  const order = [...NAVIGATIONS].sort((one, other) => Number(other === last) - Number(one === last));
  return order.flatMap((name) => (urls[name] ? [{ name, url: urls[name] }] : []));
}
