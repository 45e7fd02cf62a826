import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";

/** How the buyer pays, as read from the order; never asked in checkout (App Store 5.6.9). */
export const PAYMENT_TYPES = ["card", "card_authorized", "transfer", "cash_on_delivery", "other"] as const;
export type PaymentType = (typeof PAYMENT_TYPES)[number];

/** Shopify's rate as basis points: 0.15 → 1500. */
export type TaxLine = { title: string; rateBasisPoints: number; amountMinor: number };

/**
 * How the law taxes a product, as the merchant set it. `excise` is charged on the price before it; `bottle` counts the taxed bottles in one
 * item. Rates of VAT are not here: what was charged is what Shopify's tax lines say.
 */
export type TaxCategory = {
  vat: "rated" | "exempt" | "not_subject";
  excise?: { code: string; rateBasisPoints: number };
  bottle?: { perItem: number };
};

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
  /** Absent or null: as Shopify's tax lines say, at 0 % where there are none. */
  taxCategory?: TaxCategory | null;
};

/** `netMinor`: what is still charged, after discounts, edits and refunds. */
export type ShippingLine = { id: string; title: string; code: string | null; originalMinor: number; netMinor: number; taxLines: TaxLine[] };

/** Money and goods given back. `netMinor` as in an order line: with the tax in it when the order is tax-included. */
export type Refund = {
  gid: string;
  createdAt: string;
  note: string | null;
  lines: { lineId: string; quantity: number; netMinor: number; taxMinor: number }[];
  /** `shippingLineId` null: whichever shipping the order has. */
  shipping: { shippingLineId: string | null; netMinor: number; taxMinor: number }[];
  /** What was given back beyond lines and shipping (positive), or kept of them (negative); taxes included. */
  adjustmentMinor: number;
  totalMinor: number;
};

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
  /** Customs duties and further fees charged beside lines and shipping, without their taxes. */
  dutiesMinor: number;
  additionalFeesMinor: number;
  /** What paying in cash rounded, signed; no part of `totalMinor`. */
  cashRoundingMinor: number;
  refunds: Refund[];
  /** What is owed for the order today (Shopify's current total). */
  totalMinor: number;
  outstandingMinor: number;
  transactions: Transaction[];
  fulfillmentOrders: { gid: string; status: string }[];
  fulfillments: { gid: string; status: string; trackingNumbers: string[]; events: { status: string; happenedAt: string }[] }[];
};

/** Whether the money can still be captured: authorised, not yet taken (PRODUCT.md: the photo captures the card). */
export const isAuthorizedOnly = (order: Pick<SaleOrder, "paymentType">): boolean => order.paymentType === "card_authorized";
