import type { PinLock } from "~/domain/proof/pin-lock";
import type { AuthorityNet, CountryPack, Signer } from "~/countries/pack";
import type { NewRates, Profile } from "~/domain/native-rate/profile";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { RefundReckoning, RefundShare } from "~/domain/order/refund-reckoning";
import type { CarrierRefusal, CertificateRecord, DocumentRecord, LocationsRefusal, Shop, ShopLocation } from "./records";
import type { AddressKey, Geocoder, RoadTimes } from "./maps";
import type { Holidays } from "./holidays";
import type { ReadyZones, RecentShops } from "./zones";
import type { Store } from "./store";

export interface Clock {
  now(): Date;
}
export interface Ids {
  /** UUIDv7: sorts by time. */
  uuid(): string;
  /** 256 random bits, base64url. */
  secret(): string;
  /** Random decimal digits. */
  digits(count: number): string;
}
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

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

export type Mail = {
  messageId: string;
  to: string;
  /** Whose name the buyer sees; the address is ours. */
  fromName?: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  attachments?: { filename: string; content: Uint8Array; contentType: string }[];
};
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** `isWithAbsent`: the parcel is not at the shop. */
export type MovedStop = { order: string; address: string; isWithAbsent: boolean };

/** What we write to people, in their language. */
export interface Letters {
  /** An invoice or a credit note. `mailing`: which of several mails of the same document; none: the first. */
  document(letter: {
    to: string;
    locale: string;
    shop: Shop;
    orderName: string;
    document: DocumentRecord;
    pdf: Uint8Array;
    mailing?: string;
  }): Mail;
  courierLink(letter: {
    to: string;
    locale: string;
    shop: Shop;
    courier: string;
    url: string;
    expiresAt: Date;
    qrPng: Uint8Array;
    messageId: string;
  }): Mail;
  /** To the merchant: a buyer asked for what is kept about them. */
  dataRequest(letter: {
    to: string;
    locale: string;
    shop: Shop;
    orders: { name: string; url: string }[];
    expiresAt: Date;
    messageId: string;
  }): Mail;
  /** To a courier, when one is out: stops they got (`given`) or gave back (`taken`); to the one who is `out`, or `back`: what went, or returned. */
  movedStops(letter: {
    to: string;
    locale: string;
    shop: Shop;
    courier: string;
    absent: string;
    kind: "given" | "taken" | "out" | "back";
    stops: MovedStop[];
    messageId: string;
  }): Mail;
  /** To a shopper whose delivery was under way. */
  anotherCourier(letter: { to: string; locale: string; shop: Shop; orderName: string; messageId: string }): Mail;
  /** To the shopper, as the courier sets out: the digits to say at the door. */
  deliveryPin(letter: { to: string; locale: string; shop: Shop; orderName: string; pin: string; messageId: string }): Mail;
  /** To the shop itself; `days` left until then. */
  certificateExpiring(letter: { to: string; locale: string; shop: Shop; days: number; notAfter: Date; messageId: string }): Mail;
}

/** Private files (photos, prints) under keys such as `<shopId>/photos/<id>.jpg`. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** null: no such file. */
  get(key: string): Promise<Uint8Array | null>;
  delete(key: string): Promise<void>;
}

/** Secrets at rest: AES-256-GCM, key from the environment. */
export interface Vault {
  seal(secret: Uint8Array): string;
  open(sealed: string): Uint8Array;
}

/**
 * What a browser holds after it opened a link: its telephone's own secret, worth nothing once that, or the link, has ended. `secretHash`: of the link,
 * in sessions of before telephones had their own.
 */
export type LinkSession = { publicKey: string; deviceSecret: string } | { publicKey: string; secretHash: string };

/** Short secrets that people type; hashed slowly, because there are few of them. */
export interface Pins {
  hash(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
}

export type FileLink = {
  publicKey: string;
  kind: "invoice-pdf" | "invoice-xml" | "photo" | "buyer-data" | "shadow-table" | "settlement";
  id: string;
};
export interface Links {
  /** `<public shop key>.<secret>`; the secret follows from the link's id and our key, so that it can be shown again and is stored hashed only. */
  tokenOf(shop: Pick<Shop, "publicKey">, linkId: string): string;
  /** SHA-256, in hex. */
  hash(secret: string | Uint8Array): string;
  /** The four digits that a shopper is given for a delivery; they follow from its id and our key. */
  deliveryPin(deliveryId: string): string;
  /** What a phone tells them by without signal. */
  pinLock(deliveryId: string): PinLock;
  /** Whether these are they, by any key of ours that still holds. */
  isDeliveryPin(deliveryId: string, typed: string): boolean;
  courierUrl(token: string): string;
  carrierRatesUrl(token: string): string;
  /** A signed link to a file that stops working at an instant. */
  fileUrl(link: FileLink, expiresAt: Date): string;
  /** null: forged, expired or malformed. */
  openFileToken(token: string, now: Date): FileLink | null;
  /** The signed value of a session cookie. */
  sessionOf(session: LinkSession): string;
  /** null: forged or malformed. Whether the link still holds, the store tells. */
  openSession(value: string): LinkSession | null;
}

/** `sha256` in hex of the photo as it came, `storedSha256` of the bytes that are kept: they differ where it was written anew. */
export type NormalPhoto = { bytes: Uint8Array; width: number; height: number; sha256: string; storedSha256: string };

/**
 * Upright, not larger than needed, without metadata: kept byte for byte where it is all that, else written anew.
 * Throws PermanentFailure photo_unreadable | photo_too_large.
 */
export interface Photos {
  normalise(bytes: Uint8Array): Promise<NormalPhoto>;
}

export type Ports = {
  clock: Clock;
  ids: Ids;
  log: Log;
  store: Store;
  admin(shop: Pick<Shop, "domain">, urgency?: Urgency): ShopifyAdmin;
  mail: Mailer;
  letters: Letters;
  files: Files;
  vault: Vault;
  links: Links;
  pins: Pins;
  photos: Photos;
  /** The certificate's key, opened once and kept. */
  signer(certificate: CertificateRecord): Signer;
  /** A signer whose certificate nobody trusts, for a rehearsal before the shop has its own. */
  throwAwaySigner(holder: { legalName: string; taxId: string }): Signer;
  countries(country: string): CountryPack;
  zones: ReadyZones;
  holidays: Holidays;
  recentShops: RecentShops;
  geocoder: Geocoder;
  roadTimes: RoadTimes;
  addressKey: AddressKey;
  authority(country: string): AuthorityNet;
};
