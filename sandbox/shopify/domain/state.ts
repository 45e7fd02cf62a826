import type { Cents } from "./cents.ts";

export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  /** A name only: Shopify knows no province codes for Ecuador. */
  province: string | null;
  zip: string | null;
  countryCode: string;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Line {
  id: number;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  productId: number | null;
  variantId: number | null;
  grams: number;
  quantity: number;
  /** What is left after edits and refunds. */
  currentQuantity: number;
  unitPrice: Cents;
  taxable: boolean;
  requiresShipping: boolean;
  /** The line's part of the order's discount. */
  discount: Cents;
  taxRateBasisPoints: number;
}

export interface Shipping {
  id: number;
  title: string;
  code: string;
  source: string;
  price: Cents;
  taxRateBasisPoints: number;
  isRemoved: boolean;
}

export interface Discount {
  code: string;
  value: { amount: Cents } | { percentage: string };
}

export type TransactionKind = "AUTHORIZATION" | "SALE" | "CAPTURE" | "VOID" | "REFUND";
export interface Transaction {
  id: number;
  kind: TransactionKind;
  status: "SUCCESS" | "PENDING" | "FAILURE";
  gateway: string;
  isManual: boolean;
  amount: Cents;
  parentId: number | null;
  createdAt: string;
  authorizationExpiresAt: string | null;
}

export type FulfillmentOrderStatus = "OPEN" | "IN_PROGRESS" | "CLOSED" | "CANCELLED";
export interface FulfillmentOrder {
  id: number;
  status: FulfillmentOrderStatus;
  lines: { id: number; lineId: number; total: number; remaining: number }[];
  createdAt: string;
  updatedAt: string;
}

export interface Tracking {
  company: string | null;
  number: string | null;
  url: string | null;
}
export interface FulfillmentEvent {
  id: number;
  status: string;
  happenedAt: string;
  createdAt: string;
  message: string | null;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  estimatedDeliveryAt: string | null;
}
export interface Fulfillment {
  id: number;
  status: "SUCCESS" | "CANCELLED";
  createdAt: string;
  updatedAt: string;
  fulfillmentOrderIds: number[];
  lines: { id: number; lineId: number; fulfillmentOrderLineId: number; quantity: number }[];
  tracking: Tracking[];
  events: FulfillmentEvent[];
}

export interface Refund {
  id: number;
  createdAt: string;
  note: string | null;
  lines: { id: number; lineId: number; quantity: number; subtotal: Cents; tax: Cents }[];
  shipping: { id: number; subtotal: Cents; tax: Cents } | null;
  /** Money given back that belongs to no line. */
  adjustment: { id: number; amount: Cents } | null;
  transactionIds: number[];
}

export interface Metafield {
  id: number;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface Order {
  id: number;
  number: number;
  token: string;
  confirmationNumber: string;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  note: string | null;
  tags: string[];
  currency: string;
  taxesIncluded: boolean;
  customerId: number;
  shippingAddress: Address;
  billingAddress: Address;
  customAttributes: { key: string; value: string }[];
  lines: Line[];
  shipping: Shipping | null;
  discount: Discount | null;
  gateways: string[];
  transactions: Transaction[];
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  metafields: Metafield[];
  timeline: { at: string; text: string }[];
}

export interface Customer {
  id: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  createdAt: string;
}

export interface Product {
  id: number;
  variantId: number;
  handle: string;
  title: string;
  titleEn: string;
  description: string;
  descriptionEn: string;
  vendor: string;
  productType: string;
  sku: string;
  price: Cents;
  grams: number;
  taxable: boolean;
}

export interface CarrierService {
  id: number;
  name: string;
  callbackUrl: string;
  active: boolean;
  supportsServiceDiscovery: boolean;
}

export const plans = ["basic", "shopify", "advanced", "plus"] as const;
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
  location: { id: number; name: string };
  products: Product[];
  customers: Customer[];
  orders: Order[];
  nextOrderNumber: number;
  carrierServices: CarrierService[];
  metafields: Metafield[];
}

export interface Token {
  shop: string;
  scopes: string[];
  expiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
}

export interface State {
  nextId: number;
  shops: Shop[];
  /** By access token. */
  tokens: Record<string, Token>;
}
