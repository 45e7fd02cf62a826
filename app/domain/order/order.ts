import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";

/** How the buyer pays, as read from the order; never asked in checkout (App Store 5.6.9). */
export const PAYMENT_TYPES = ["card", "card_authorized", "transfer", "cash_on_delivery", "other"] as const;
export type PaymentType = (typeof PAYMENT_TYPES)[number];

/** Shopify's rate as basis points: 0.15 → 1500. */
export type TaxLine = { title: string; rateBasisPoints: number; amountMinor: number };

export type OrderLine = {
  id: string;
  title: string;
  sku: string | null;
  /** Units still on the order (edits and refunds before delivery taken off). */
  quantity: number;
  requiresShipping: boolean;
  isGiftCard: boolean;
  /** quantity × unit price, before any discount; includes tax when the order's `taxesIncluded`. */
  originalMinor: number;
  /** The same after line and order discounts. */
  netMinor: number;
  taxLines: TaxLine[];
};

export type ShippingLine = { id: string; title: string; code: string | null; originalMinor: number; netMinor: number; taxLines: TaxLine[] };

export type PostalAddress = {
  name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  zip: string | null;
  countryCode: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
};

export type Transaction = {
  gid: string;
  kind: string;
  status: string;
  gateway: string | null;
  amountMinor: number;
  parentGid: string | null;
  processedAt: string | null;
  authorizationExpiresAt: string | null;
};

/** A Shopify order in our words: everything the chain needs, in shop currency's minor units. Instants are ISO strings. */
export type SaleOrder = {
  gid: string;
  name: string;
  number: number;
  placedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  test: boolean;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  customerName: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
  note: string | null;
  tags: string[];
  financialStatus: string;
  paymentType: PaymentType;
  gateways: string[];
  shippingAddress: PostalAddress | null;
  billingAddress: PostalAddress | null;
  /** As the shopper gave it, unchecked by us; null when checkout collected none. */
  fiscalData: FiscalData | null;
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  tipMinor: number;
  /** What is owed for the order today (Shopify's current total). */
  totalMinor: number;
  outstandingMinor: number;
  transactions: Transaction[];
  fulfillmentOrders: { gid: string; status: string }[];
  fulfillments: { gid: string; status: string; trackingNumbers: string[]; events: { status: string; happenedAt: string }[] }[];
};

/** Whether the money can still be captured: authorised, not yet taken (PRODUCT.md: the photo captures the card). */
export const isAuthorizedOnly = (order: Pick<SaleOrder, "paymentType">): boolean => order.paymentType === "card_authorized";
