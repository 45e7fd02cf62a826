import type { Condition, NativeRate } from "./native-rates";

/** A rate of Shopify's own shipping settings; `minor` null: no fixed price (a carrier's). `isActive` false: switched off there. */
export type Method = { gid: string; name: string; minor: number | null; condition: Condition | null; isActive: boolean };
/** One of Shopify's shipping zones: countries by code, "*" for the rest of the world. */
export type ShippingZone = { gid: string; countries: string[]; methods: Method[] };
/** Locations that ship at the same rates. */
export type LocationGroup = { gid: string; locationGids: string[]; zones: ShippingZone[] };
/** The shop's general delivery profile: what holds for all products that no other profile takes. */
export type Profile = { gid: string; groups: LocationGroup[] };

/** A rate that we wrote, and where. */
export type Written = { gid: string; group: string; rate: NativeRate };

export type NewRates = { group: string; zone: string | null; country: string; rates: NativeRate[] };

export const isSameCondition = (a: Condition | null, b: Condition | null): boolean =>
  a === b || (a !== null && b !== null && a.by === b.by && a.from === b.from && a.to === b.to);

/** Whether a rate stands in Shopify as it was written. */
export const isAsWritten = ({ name, minor, condition, isActive }: Method, rate: NativeRate): boolean =>
  isActive && name === rate.name && minor === rate.minor && isSameCondition(condition, rate.condition);
