import type { Collection, Product } from "./catalogue-state.ts";
import type { Address, Metafield, Order } from "./order-state.ts";
import type { CarrierService, DeliveryCustomization, DeliveryProfile } from "./shipping-state.ts";

export interface Customer {
  id: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  createdAt: string;
}

export interface Location {
  id: number;
  name: string;
  address1: string;
  city: string;
  active: boolean;
}

export const plans = ["basic", "shopify", "advanced", "plus"] as const;

/** Carrier-calculated shipping: Advanced and Plus; cheaper plans only with a paid add-on, which the sandbox's shops don't have. */
export const plansWithRates: ReadonlySet<Plan> = new Set<Plan>(["advanced", "plus"]);

export type Plan = (typeof plans)[number];

export interface Shop {
  id: number;
  domain: string;
  name: string;
  email: string;
  owner: string;
  currency: string;
  ianaTimezone: string;
  primaryLocale: string;
  address: Address;
  plan: Plan;
  taxesIncluded: boolean;
  /** Scopes that the merchant has not granted: the app was installed before it asked for them. */
  withheldScopes?: string[];
  /** The first one is where orders leave from unless they say otherwise. */
  locations: Location[];
  products: Product[];
  collections: Collection[];
  customers: Customer[];
  orders: Order[];
  nextOrderNumber: number;
  carrierServices: CarrierService[];
  deliveryProfile: DeliveryProfile;
  deliveryCustomizations: DeliveryCustomization[];
  metafields: Metafield[];
  /** What the app keeps on its own installation; only its extensions read it. */
  appMetafields: Metafield[];
}

export interface Token {
  shop: string;
  scopes: string[];
  expiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
}

/** Raised when a kept state of before can't be read any more. */
export const STATE_VERSION = 7;

export interface State {
  version: number;
  nextId: number;
  shops: Shop[];
  /** By access token. */
  tokens: Record<string, Token>;
}
