import type { DocumentRecord } from "./document-records";
import type { Shop } from "./records";

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
