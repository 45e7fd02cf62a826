import type { Area } from "~/domain/zone/area";
import { nativeRatesOf, type NativeZone, type Unsaid } from "./native-rates";

/** `service` null: it is about the whole zone. */
export type UnsaidOfZone = Omit<Unsaid, "params"> & { service: string | null };

type Said = NativeZone & { area: Pick<Area, "include" | "exclude">; locationGids: readonly string[] };

/**
 * All that a zone's rates in the shop's own settings can't say, for the merchant to read before saving: codes of i18n (`admin.native.unsaid`), with
 * the service where it is about one.
 */
export function unsaidOf(zone: Said, locale: string): UnsaidOfZone[] {
  const ofServices = nativeRatesOf(zone, locale).unsaid.map(({ code, params, isLeftOut }) => ({
    code,
    service: params.service,
    isLeftOut,
  }));
  const isDrawn = [...zone.area.include, ...zone.area.exclude].some(({ kind }) => kind === "circle" || kind === "polygon");
  const ofZone = [...(isDrawn ? ["native_drawn"] : []), ...(zone.locationGids.length > 0 ? ["native_locations"] : [])];
  return [...ofServices, ...ofZone.map((code) => ({ code, service: null, isLeftOut: false }))];
}
