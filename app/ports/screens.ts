import type { DeliveryState } from "~/domain/delivery/states";
import type { DocumentState, DocumentType, SeriesKey } from "~/domain/document/document";
import type { DocumentView } from "~/domain/document/document-view";
import type { DeskView } from "~/domain/order/desk-view";
import type { OrderLine, PaymentType, PostalAddress, SaleOrder } from "~/domain/order/order";
import type { PastDelivery } from "~/domain/rehearsal/past-parts";
import type { Carried } from "~/domain/zone/price-order";
import type { WayMethod } from "~/domain/order/way";
import type { ShadowOutcome, ShadowProduct, ShadowResult, ShadowTax } from "~/domain/shadow-month/result";
import type { AccessLink } from "./door-records";
import type { Worded } from "./records";

/** One order as the desk shows it. */
export type DeskRow = {
  orderId: string;
  name: string;
  placedAt: Date;
  customerName: string;
  city: string | null;
  paymentType: PaymentType;
  financialStatus: string;
  currency: string;
  totalMinor: number;
  zone: string | null;
  courier: string | null;
  /** Of several deliveries the one that is furthest behind. */
  deliveryState: DeliveryState | null;
  deliveryMethod: WayMethod | null;
  /** yyyy-mm-dd: when the buyer wants it tried again, after an attempt that failed; null: nobody said. */
  reattemptOn: string | null;
  /** Its photo is still to come, and its invoice with it. */
  awaitsPhoto: boolean;
  deliveries: number;
  /** Parcels that a courier is still to bring: each has a label. */
  labels: number;
  /** How far the one is that fetches the goods of a return; null: there is none, or they are at the shop. */
  returnState: DeliveryState | null;
  documentState: DocumentState | null;
  documentNumber: string | null;
  /** The first thing a person must look at; of equals the document's before the delivery's. */
  attention: Worded | null;
  needsAttention: boolean;
};

export type DeskCounters = { toDeliver: number; out: number; deliveredToday: number; invoicedToday: number; needAttention: number };

export type PageOf<T> = { rows: T[]; total: number };
/** `term` is folded (lower case, no accents); every word of it must occur. */
export type DeskFilter = { view: DeskView; term: string; offset: number; limit: number };

export type DocumentRow = {
  documentId: string;
  kind: DocumentType;
  /** null: a guide, which belongs to a courier's run; then `customerName` is the courier's. */
  orderId: string | null;
  orderName: string | null;
  courierId: string | null;
  customerName: string;
  state: DocumentState;
  number: string | null;
  currency: string;
  totalMinor: number;
  createdAt: Date;
  deliveredAt: Date | null;
  issueDate: string | null;
  authorisedAt: Date | null;
  mailedTo: string | null;
  attention: Worded | null;
  tries: number;
};

/** What the authority has not answered: since when, how many, the earliest day that one of them bears. */
export type Unanswered = {
  /** It said nothing to these, or that it has trouble of its own. */
  unreachable: number;
  inProcess: number;
  /** The first send or, of what never was sent, its numbering. */
  since: Date | null;
  issueDate: string | null;
  /** Whether the authority has authorised another since then. */
  answersOthers: boolean;
};

export type DocumentFilter = { view: DocumentView; term: string; offset: number; limit: number };

export type CourierLoad = {
  courierId: string;
  openStops: number;
  assignedToday: number;
  zones: string[];
  link: Pick<AccessLink, "id" | "expiresAt"> | null;
  /** Why the last mail with the link did not go through. */
  mailProblem: Worded | null;
};

/** One series and what became of its numbers. */
export type SeriesOverview = SeriesKey & {
  seriesId: string;
  firstNumber: number;
  nextNumber: number;
  authorised: number;
  open: number;
  rejected: number;
  voided: number;
};
/** Numbers that no document bears, both ends included. */
export type NumberGap = { seriesId: string; from: number; to: number };

/** A gateway as orders name it, and the payment type that its last order went by. */
export type GatewaySeen = { gateway: string; paymentType: PaymentType };

/** What of an order of the past its zones, its price and its couriers' pay depend on. */
export type PastOrderRow = Omit<Carried, "lines"> &
  Pick<SaleOrder, "name" | "totalMinor" | "taxesIncluded" | "fulfillmentOrders"> & {
    id: string;
    shippingAddress: PostalAddress;
    lines: Pick<OrderLine, "id" | "requiresShipping" | "quantity" | "originalMinor" | "netMinor" | "taxLines">[];
    /** In the order in which they were opened. */
    deliveries: PastDelivery[];
  };

/** A product as its last order had it: what it was charged at, and what the merchant's table says of it. */
export type ProductSold = Pick<OrderLine, "title" | "productTags" | "productTaxCategory" | "productCollections"> & {
  productId: string;
  rates: number[];
  ownCategory: string | null;
};

/** What stands in the way of some of a month's orders; `code` null: nothing. `examples`: the first of them. */
export type ShadowCause = {
  outcome: ShadowOutcome;
  code: string | null;
  count: number;
  totalMinor: number;
  examples: Pick<ShadowResult, "orderGid" | "name" | "params" | "totalMinor" | "currency">[];
};

/** What a month's orders come to. `documents` would be issued, with their taxes, over orders of `ordersMinor`; `differing` are off by a cent or more. */
export type ShadowReport = {
  orders: number;
  documents: number;
  documentsMinor: number;
  ordersMinor: number;
  differing: number;
  finalConsumers: number;
  causes: ShadowCause[];
  taxes: ShadowTax[];
  gateways: { gateway: string; count: number }[];
  products: (ShadowProduct & { count: number })[];
  moreProducts: number;
};

/** What lists need beyond single records: joined, counted, paged in the database. */
export interface Screens {
  desk(shopId: string, filter: DeskFilter): Promise<PageOf<DeskRow>>;
  /** Days are the shop's own, in its time zone. */
  deskCounters(shopId: string, now: Date, timeZone: string): Promise<DeskCounters>;
  hasOrder(shopId: string, orderId: string): Promise<boolean>;
  documents(shopId: string, filter: DocumentFilter): Promise<PageOf<DocumentRow>>;
  unanswered(shopId: string): Promise<Unanswered>;
  seriesOverview(shopId: string): Promise<SeriesOverview[]>;
  numberGaps(shopId: string, limit: number): Promise<NumberGap[]>;
  /** Numbers that the authority knew from elsewhere, as it writes them. */
  numbersGivenUp(shopId: string): Promise<Set<string>>;
  /** Products on the newest orders, as many orders as said. */
  productsSold(shopId: string, orders: number): Promise<ProductSold[]>;
  /** Where the newest orders placed since an instant go, at most so many. */
  recentAddresses(shopId: string, since: Date, limit: number): Promise<PostalAddress[]>;
  shadowReport(shopId: string, runId: string): Promise<ShadowReport>;
  /** In the sequence in which they were placed. */
  shadowResults(shopId: string, runId: string): Promise<ShadowResult[]>;
  /** Shopify's scopes that the newest order could not be read whole for. */
  missingScopes(shopId: string): Promise<string[]>;
  /** The newest orders for couriers that were placed from an instant until before another. */
  pastOrders(shopId: string, within: { from: Date; until: Date; most: number }): Promise<PastOrderRow[]>;
  gatewaysSeen(shopId: string): Promise<GatewaySeen[]>;
  courierLoads(shopId: string, now: Date, timeZone: string): Promise<CourierLoad[]>;
}
