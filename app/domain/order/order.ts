import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Fulfillment, FulfillmentOrder } from "./fulfillment";
import type { OrderReturn } from "./order-return";
import type { Refund } from "./refund";

/** How the buyer pays, as read from the order; never asked in checkout (App Store 5.6.9). */
export const PAYMENT_TYPES = ["card", "card_authorized", "transfer", "cash_on_delivery", "other"] as const;
export type PaymentType = (typeof PAYMENT_TYPES)[number];

/** Shopify's rate as basis points: 0.15 → 1500. */
export type TaxLine = { title: string; rateBasisPoints: number; amountMinor: number };

/** What a line was when ordered: an invoice already issued stays as it is, its credit note needs the difference. */
type AsOrdered = { orderedNetMinor: number; orderedTaxLines: TaxLine[] };

/**
 * How the law taxes a product, as the merchant set it. `excise` is charged on the price before it; `bottle` counts the taxed bottles in one
 * item. What was charged is what Shopify's tax lines say; `rateBasisPoints` is what should have been, for what is rated.
 */
export type TaxCategory = {
  vat: "rated" | "exempt" | "not_subject";
  rateBasisPoints?: number;
  excise?: { code: string; rateBasisPoints: number };
  bottle?: { perItem: number };
};

export type OrderLine = AsOrdered & {
  id: string;
  title: string;
  sku: string | null;
  /** Null for an item that is no product, or whose product was deleted. */
  productId: string | null;
  productTags: string[];
  /** Of the collections that tax rules name, those it is in. Absent: nobody asked. */
  productCollections?: string[];
  /** The merchant's tax category for it (metafield `$app:tax_category`). */
  productTaxCategory: string | null;
  /** Units ordered, those added by edits among them. */
  orderedQuantity: number;
  /** Units still on the order (edits and refunds taken off). */
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

/** Amounts are what is still on the order, after refunds. */
export type ShippingLine = AsOrdered & {
  id: string;
  title: string;
  code: string | null;
  originalMinor: number;
  netMinor: number;
  taxLines: TaxLine[];
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
  /** What the buyer chose in the cart, where they did. */
  district?: string;
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
  /** What is still on the order. */
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  /** What edits and refunds took off whole: nothing left of it but the amounts as ordered. */
  removedLines: OrderLine[];
  removedShippingLines: ShippingLine[];
  /** Tip, duties and fees still on the order. */
  tipMinor: number;
  dutiesMinor: number;
  additionalFeesMinor: number;
  /** How much more (or less: negative) changed hands in coins than is owed. No part of the total. */
  cashRoundingMinor: number;
  /** Weight of all goods as placed, in grams; absent where it was not read yet. */
  totalGrams?: number;
  /** What is owed for the order today (Shopify's current total). */
  totalMinor: number;
  outstandingMinor: number;
  transactions: Transaction[];
  /** Paid by gift card, less what went back to it. A means of payment: it lowers no total. */
  giftCardMinor: number;
  refunds: Refund[];
  paymentTerms: { dueAt: string | null; dueInDays: number | null } | null;
  /** Where it was sold: "web", "pos", a channel's or an app's name. */
  sourceName: string | null;
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  /** Absent where they were not read yet. */
  returns?: OrderReturn[];
  /** Shopify's scopes that the merchant has not granted, and for want of which something of the order could not be read. */
  missingScopes?: string[];
};

type Payment = Pick<SaleOrder, "paymentType" | "financialStatus">;

/** Whether the card may still have to be captured, as far as our picture of the order tells; the capture looks. */
export const needsCapture = ({ paymentType, financialStatus }: Payment): boolean =>
  paymentType === "card_authorized" && financialStatus !== "PAID";

/** Whether the money is only reserved: the gateway holds it, and the photo captures it (PRODUCT.md). */
export const isReserved = ({ paymentType, financialStatus }: Payment): boolean =>
  paymentType === "card_authorized" && (financialStatus === "AUTHORIZED" || financialStatus === "PARTIALLY_PAID");
