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
  isGiftCard: boolean;
  /** A tip stands among the lines, as in Shopify, but outside the subtotal. */
  isTip: boolean;
  /** The line's part of the order's discount. */
  discount: Cents;
  /** What was taken off this line alone. */
  ownDiscount: Cents;
  taxRateBasisPoints: number;
}

export interface Shipping {
  id: number;
  title: string;
  code: string;
  source: string;
  /** As offered, before its discount. */
  price: Cents;
  discount: Cents;
  /** What refunds gave back of it, in the price's own terms. */
  refunded: Cents;
  taxRateBasisPoints: number;
  /** Taken off by an order edit. */
  isRemoved: boolean;
}

export interface AdditionalFee {
  id: number;
  name: string;
  price: Cents;
}

export interface PaymentTerms {
  id: number;
  dueInDays: number | null;
  dueAt: string;
}

/** What the shopper saw: another currency than the shop's, at a rate that stays with the order. */
export interface Presentment {
  currency: string;
  /** Units of it for one of the shop's, in millionths. */
  rateMillionths: number;
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
  /** How much more (or less) than the amount changed hands in coins. */
  rounding: Cents;
  parentId: number | null;
  createdAt: string;
  authorizationExpiresAt: string | null;
}

export type FulfillmentOrderStatus = "OPEN" | "IN_PROGRESS" | "CLOSED" | "CANCELLED";
export const deliveryMethods = ["shipping", "local", "pick_up", "pickup_point", "retail", "none"] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];
export interface FulfillmentOrder {
  id: number;
  status: FulfillmentOrderStatus;
  method: DeliveryMethod;
  locationId: number;
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
  lines: { id: number; lineId: number; quantity: number; restock: RestockType; subtotal: Cents; tax: Cents }[];
  shipping: { id: number; shippingLineId: number; subtotal: Cents; tax: Cents }[];
  duties: Cents;
  /** Money given back beyond what lines, shipping and duties were worth; negative when it was less. */
  adjustment: { id: number; amount: Cents } | null;
  /** None when nothing was paid back: units taken off by an edit, an unpaid order cancelled. */
  transactionIds: number[];
  /** Of the app's own: its idempotency key. */
  key?: string;
}

export const restockTypes = ["no_restock", "cancel", "return"] as const;
export type RestockType = (typeof restockTypes)[number];

export const returnStatuses = ["requested", "open", "declined", "canceled", "closed"] as const;
export interface Return {
  id: number;
  name: string;
  status: (typeof returnStatuses)[number];
  createdAt: string;
  closedAt: string | null;
  /** Each of one shipment's line. */
  lines: { id: number; lineId: number; fulfillmentLineId: number; quantity: number }[];
  /** What the buyer gets instead; on the order (`lineId`) once the return is processed. */
  exchanges: { id: number; lineId: number | null; quantity: number; line: Omit<Extract<EditStep, { kind: "add_line" }>, "id"> }[];
  /** The work of taking the goods back; none while the return is only asked for. */
  reverseOrder: ReverseOrder | null;
}

export const dispositionTypes = ["MISSING", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "RESTOCKED"] as const;
export type DispositionType = (typeof dispositionTypes)[number];
export interface Disposition {
  id: number;
  type: DispositionType;
  quantity: number;
  locationId: number | null;
  createdAt: string;
}
export interface ReverseOrder {
  id: number;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lines: { id: number; fulfillmentLineId: number; quantity: number; dispositions: Disposition[] }[];
  deliveries: ReverseDelivery[];
}
export interface ReverseDelivery {
  id: number;
  tracking: { number: string | null; url: string | null } | null;
  lines: { id: number; reverseLineId: number; quantity: number }[];
}

/** What an order edit stages before it is committed. */
export type EditStep =
  | { kind: "quantity"; lineId: number; quantity: number; restock: boolean }
  | {
      kind: "add_line";
      id: number;
      title: string;
      sku: string | null;
      quantity: number;
      price: Cents;
      taxRateBasisPoints: number;
      requiresShipping: boolean;
    }
  | { kind: "add_shipping"; id: number; title: string; price: Cents }
  | { kind: "remove_shipping"; shippingLineId: number };
export interface EditSession {
  id: number;
  steps: EditStep[];
}
/** The last committed edit, as `orders/edited` tells of it. */
export interface CommittedEdit {
  id: number;
  at: string;
  added: { id: number; delta: number }[];
  removed: { id: number; delta: number }[];
  addedShipping: number[];
  removedShipping: number[];
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
  presentment: Presentment | null;
  taxesIncluded: boolean;
  /** Where it was sold: "web", "pos"… */
  source: string;
  customerId: number;
  /** None where nothing is carried: over the counter, downloads. */
  shippingAddress: Address | null;
  billingAddress: Address | null;
  customAttributes: { key: string; value: string }[];
  lines: Line[];
  shippingLines: Shipping[];
  discount: Discount | null;
  duties: { id: number; amount: Cents; refunded: Cents } | null;
  fees: AdditionalFee[];
  paymentTerms: PaymentTerms | null;
  gateways: string[];
  transactions: Transaction[];
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  returns: Return[];
  editSession: EditSession | null;
  lastEdit: CommittedEdit | null;
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
  tags: string[];
  metafields: Metafield[];
  /** False: sold by an order that named it, shown in no storefront. */
  isListed: boolean;
}

export interface Collection {
  id: number;
  title: string;
  handle: string;
  productIds: number[];
}

export interface Location {
  id: number;
  name: string;
  address1: string;
  city: string;
  active: boolean;
}

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
