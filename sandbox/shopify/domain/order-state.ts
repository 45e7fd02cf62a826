import type { Cents } from "./cents.ts";
import type { CommittedEdit, EditSession } from "./edit-state.ts";
import type { Fulfillment, FulfillmentOrder } from "./fulfillment-state.ts";
import type { Refund, Return } from "./return-state.ts";

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
