import type { Cents } from "./cents.ts";
import type { PaymentChoice } from "./payment-start.ts";
import type { DeliveryMethod } from "./fulfillment-state.ts";
import type { Address, Line, Order, Presentment, Shipping } from "./order-state.ts";

export type DraftLine = Pick<Line, "title" | "sku" | "quantity" | "unitPrice" | "taxable"> &
  Partial<
    Pick<Line, "productId" | "variantId" | "vendor" | "grams" | "requiresShipping" | "isGiftCard" | "ownDiscount" | "taxRateBasisPoints">
  > & {
    /** How and from where it leaves; by default as its kind and the order's source suggest, from the first location. */
    delivery?: DeliveryMethod;
    locationId?: number;
  };

/** What most orders don't have. */
export interface Extras {
  freeShipping: boolean;
  tip: Cents;
  duties: Cents;
  fees: { name: string; price: Cents }[];
  /** Paid from a gift card; the rest by the order's payment. */
  giftCard: Cents;
  cashRounding: Cents;
  presentment: Presentment | null;
  paymentTerms: { dueInDays: number | null; dueAt: string | null } | null;
  source: string;
}
export const noExtras: Extras = {
  freeShipping: false,
  tip: 0,
  duties: 0,
  fees: [],
  giftCard: 0,
  cashRounding: 0,
  presentment: null,
  paymentTerms: null,
  source: "web",
};

/** A checkout (or a draft order) about to become an order. */
export interface Draft {
  customer: { firstName: string | null; lastName: string | null; email: string | null; phone: string | null };
  shippingAddress: Address | null;
  lines: DraftLine[];
  discount: { amount: Cents } | { percentage: string } | null;
  shipping: Pick<Shipping, "title" | "code" | "price" | "source"> | null;
  payment: PaymentChoice;
  taxesIncluded: boolean;
  locale: string;
  note: string | null;
  customAttributes: Order["customAttributes"];
  /** The app's metafields on the cart; only the copyable ones reach the order. */
  cartMetafields: { key: string; type: string; value: string }[];
  extras?: Partial<Extras>;
}
