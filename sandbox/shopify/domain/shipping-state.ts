import type { Cents } from "./cents.ts";

export interface CarrierService {
  id: number;
  name: string;
  callbackUrl: string;
  active: boolean;
  supportsServiceDiscovery: boolean;
}

/** One rate of the shop's own shipping settings. */
export interface ShippingRate {
  id: number;
  name: string;
  active: boolean;
  priceId: number;
  price: Cents;
  conditions: { id: number; field: "TOTAL_WEIGHT" | "TOTAL_PRICE"; operator: ConditionOperator; value: number }[];
}

export type ConditionOperator = "GREATER_THAN_OR_EQUAL_TO" | "LESS_THAN_OR_EQUAL_TO";

export interface ShippingZone {
  id: number;
  name: string;
  /** By code; "*" is the rest of the world. */
  countries: string[];
  rates: ShippingRate[];
}

/** The general delivery profile: which locations ship where at which rates. */
export interface DeliveryProfile {
  id: number;
  groups: { id: number; locationIds: number[]; zones: ShippingZone[] }[];
}

export interface DeliveryCustomization {
  id: number;
  title: string;
  enabled: boolean;
  functionHandle: string;
  metafields: { namespace: string; key: string; type: string; value: string }[];
  /** What the function's last run failed with. */
  problem: string | null;
}
