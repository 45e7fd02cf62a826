import type { NewRates, Profile } from "~/domain/native-rate/profile";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { RefundReckoning, RefundShare } from "~/domain/order/refund-reckoning";
import type { LocationsRefusal, ShopLocation } from "./location-records";
import type { CarrierRefusal } from "./records";

/** What we say on the Shopify order about delivery and invoice (`$app` metafields, type json). */
type ToldDelivery = {
  state: string;
  /** courier | pickup | carrier */
  method: string;
  zone: string | null;
  courier: string | null;
  /** What the shopper says at the door; absent where there is none, or it is over. */
  pin?: string;
};

export type DeliveryMetafield = ToldDelivery & {
  schemaVersion: 1;
  rate: string | null;
  commission: string | null;
  currency: string;
  reason: string | null;
  /** Where an order has several, the oldest first. */
  deliveries?: ToldDelivery[];
};

export type ToldInvoice = {
  number: string;
  accessKey: string;
  /** authorised | voided | credited */
  state: string;
  authorisedAt: string;
  url: string;
};

export type InvoiceMetafield = ToldInvoice & {
  schemaVersion: 1;
  /** Where an order has several, the oldest first. */
  invoices?: ToldInvoice[];
  /** What was credited of it, the oldest first. */
  credits?: { number: string; accessKey: string; total: string; url: string }[];
};

/** Whether somebody waits at the door for it. Shopify's points are few: what is only to be told soon leaves some for it. */
export type Urgency = "now" | "soon";

/** An order as a list has it. */
export type PlacedOrder = Pick<SaleOrder, "gid" | "name" | "placedAt" | "currency" | "totalMinor">;

/** One shipping line for an order; `replaces`: instead of those that it has. */
export type ShippingEdit = { title: string; minor: number; currency: string; replaces: boolean };

/** Why an order can't be edited: the merchant hasn't granted the scope, or Shopify's own reason. */
export type EditRefusal = { state: "no_scope" | "refused"; reason: string };

/** Units that go off an order, with or without money. `key`: made with the form, so that pressed twice it is one. `restockAt`: the location they are at again. */
export type NewRefund = { units: readonly Units[]; shares: readonly RefundShare[]; restockAt: string | null; note: string; key: string } & {
  /** The one that the buyer saw: Shopify asks for it where the shop has another. */
  currency: string;
  shopCurrency: string;
};

/** Rates to take away, by id, and to make. */
export type RateChange = { remove: readonly string[]; create: readonly NewRates[] };

/** The work of taking a return's goods back, as Shopify has it: what was expected, and of how much it is known what became of it. */
export type ReverseOrder = {
  gid: string;
  isOpen: boolean;
  /** `lineId` null: it was no line of the order's. */
  lines: { gid: string; lineId: string | null; quantity: number; disposed: number }[];
  /** By which numbers goods are on their way back. */
  trackingNumbers: string[];
};

/** One shop's Admin API. Network trouble and throttling are TransientFailure, refusals PermanentFailure. */
export interface ShopifyAdmin {
  shop(): Promise<{ name: string; email: string | null; timeZone: string; currency: string; locale: string }>;
  /** Every location of the shop, closed ones too; a refusal is an answer. */
  locations(): Promise<ShopLocation[] | LocationsRefusal>;
  order(gid: string): Promise<SaleOrder | null>;
  /** Orders changed since an instant, oldest change first. */
  ordersUpdatedSince(since: Date, after: string | null): Promise<{ orders: { gid: string; updatedAt: string }[]; next: string | null }>;
  /** Orders placed from an instant until before another, the oldest first; as far back as Shopify lets the app read (60 days without read_all_orders). */
  ordersPlaced(within: { from: Date; until: Date }, after: string | null): Promise<{ orders: PlacedOrder[]; next: string | null }>;
  /** Which of the products are in which of the collections; a collection that is gone has none. */
  productsIn(collections: readonly string[], products: readonly string[]): Promise<Map<string, Set<string>>>;
  /** The shop's collections whose title has these words, some fifty at most, by title. */
  collections(term: string): Promise<{ gid: string; title: string }[]>;
  setOrderMetafield(orderGid: string, key: "delivery" | "invoice" | "fiscal_data", value: unknown): Promise<void>;
  replaceStateTag(orderGid: string, tag: string, present: string[]): Promise<void>;
  setOrderNote(orderGid: string, note: string): Promise<void>;
  /** Fulfils what is open of the order; the tracking number is our delivery id. */
  createFulfillment(fulfillmentOrderGids: string[], tracking: { company: string; number: string }): Promise<string>;
  addFulfillmentEvent(
    fulfillmentGid: string,
    event: {
      status: "OUT_FOR_DELIVERY" | "DELIVERED" | "ATTEMPTED_DELIVERY" | "FAILURE";
      happenedAt: Date;
      latitude?: number;
      longitude?: number;
      message?: string;
    },
  ): Promise<void>;
  /** Whose return it is; null: there is no such return. */
  orderOfReturn(returnGid: string): Promise<string | null>;
  reverseOrders(returnGid: string): Promise<ReverseOrder[]>;
  /** Goods of a return are on their way back; the tracking number is our delivery id. */
  addReverseDelivery(reverseOrderGid: string, back: { lines: { gid: string; quantity: number }[]; number: string }): Promise<void>;
  /** They are at the shop, and wait for a person to say what becomes of them: nothing is restocked or refunded by it. */
  receiveReturned(lines: { gid: string; quantity: number }[]): Promise<void>;
  capture(orderGid: string, authorisationGid: string, amount: string, currency: string): Promise<void>;
  /** All that an order still owes has come in otherwise than through Shopify. */
  markAsPaid(orderGid: string): Promise<void>;
  /** What Shopify reckons of units that are to be taken off; nothing is changed. */
  reckonRefund(orderGid: string, units: readonly Units[], currency: string): Promise<RefundReckoning>;
  /** Takes units off the order and gives money back for them; how much, as Shopify says at once, in minor units of the shop's currency. */
  refund(orderGid: string, refund: NewRefund): Promise<number>;
  /** By order edit, the buyer told; an order that has shipping is left alone unless it is to be replaced. A refusal is an answer. */
  editShipping(orderGid: string, edit: ShippingEdit): Promise<EditRefusal | null>;
  /** The rates of the shop's general delivery profile in the shipping zones of some countries. */
  deliveryRates(countries: readonly string[], currency: string): Promise<Profile | EditRefusal>;
  changeDeliveryRates(profileGid: string, change: RateChange, currency: string): Promise<EditRefusal | null>;
  /** Our function at checkout, with its table of zones in pieces; off: it stays, and hides nothing. */
  hideOtherZones(pieces: readonly string[], isOn: boolean): Promise<EditRefusal | null>;
  /** The places that the theme's cart lets a buyer choose from; none: the cart's block shows nothing. */
  offerDistricts(districts: readonly string[]): Promise<EditRefusal | null>;
  /** A refusal is an answer: the plan without carrier-calculated rates is the usual one. */
  createCarrierService(callbackUrl: string, existingGid: string | null): Promise<{ gid: string } | CarrierRefusal>;
}
