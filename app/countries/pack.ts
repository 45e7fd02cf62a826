import type { Credit, CreditRequest } from "~/domain/credit/credit-totals";
import type {
  Buyer,
  DocumentHead,
  DocumentInput,
  DocumentTotals,
  DocumentType,
  Issuer,
  Payment,
  SeriesKey,
} from "~/domain/document/document";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { PaymentType, SaleOrder, Transaction } from "~/domain/order/order";

/** Why something can't be done as asked; `code` is an i18n key under `attention.`. */
export type Problem = { code: string; params?: Record<string, string | number> };
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A private key ready for use, and the certificate it belongs to. Parse once, keep. */
export type Signer = { readonly certificateDer: Uint8Array; readonly privateKey: import("node:crypto").KeyObject };

export type CertificateInfo = {
  subject: string;
  issuer: string;
  serial: string;
  taxId: string | null;
  notBefore: string;
  notAfter: string;
};

export type BuiltDocument = { xml: string; accessKey: string; number: string };
export type SignedDocument = { xml: string; accessKey: string };

export type Authorisation = { number: string; at: string; environment: string; xml: string };

/** What the authority said, in our words. `messages` are the authority's own, shown to the merchant. */
export type Answer =
  | { state: "authorised"; authorisation: Authorisation; messages: AuthorityMessage[] }
  /** Accepted or in process: ask later. */
  | { state: "pending"; messages: AuthorityMessage[] }
  /** The authority has never heard of it: it may be sent. */
  | { state: "absent"; messages: AuthorityMessage[] }
  /** It took nothing, for reasons of its own: ask later, then send again. */
  | { state: "troubled"; code: string; messages: AuthorityMessage[] }
  /** The taxpayer annulled it there: it counts no more, and its number stays used. */
  | { state: "annulled"; messages: AuthorityMessage[] }
  /** A person must act; the number is kept and the corrected document is sent under it, unless `numberBurned`. */
  | { state: "rejected"; code: string; numberBurned: boolean; messages: AuthorityMessage[] };
export type AuthorityMessage = { code: string; text: string; detail: string | null; kind: "error" | "warning" };

/**
 * `codes`: the merchant's own choice of the authority's code, by gateway. `gateways`: all that the order names, those that have taken
 * nothing yet among them. `termDays`: when what isn't paid yet is due.
 */
export type PaymentFacts = {
  totalMinor: number;
  type: PaymentType;
  transactions: readonly Transaction[];
  codes?: Readonly<Record<string, string>>;
  gateways?: readonly string[];
  termDays?: number | null;
};

/** What a country must provide. Pure unless it says otherwise. */
export interface CountryPack {
  readonly country: string;
  /** Of fiscal days, unless the issuer keeps another of `timeZones`. */
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly currency: string;
  /** Largest total (minor units) that may be invoiced to a final consumer, with the source of the rule. */
  readonly finalConsumerLimit: { minor: number; source: string };
  /** The most (minor units) that may be paid in banknotes for one operation, with the source of the rule; null: the country has no such rule. */
  readonly cashLimit: { minor: number; source: string } | null;
  /** From fiscal data to the document's buyer: checks ids, applies the final consumer's limit. */
  buyer(input: {
    fiscalData: FiscalData | null;
    totalMinor: number;
    fallbackEmail: string | null;
    address: string | null;
    phone: string | null;
  }): Outcome<Buyer>;
  /** Lines and totals that equal what the buyer paid, to the cent, under the country's rounding rule and the rates in force on the day. */
  totals(order: SaleOrder, issueDate: string): Outcome<DocumentTotals>;
  /** The rates of value added tax in force on a day (yyyy-mm-dd), the highest first, each with its source. */
  vatRates(day: string): { rateBasisPoints: number; source: string }[];
  /** The day an invoice bears (yyyy-mm-dd) when what it is about happened at `operationAt`; a problem where that is the accountant's choice. */
  issueDate(moments: { operationAt: Date; now: Date; timeZone: string }): Outcome<string>;
  /** When a document has to be with the authority at the latest. `issueDate` (yyyy-mm-dd) null: it bears no day yet. */
  deadline(document: { kind: DocumentType; issueDate: string | null; operationAt: Date; timeZone: string }): Date;
  /** "001-001-000000001". */
  documentNumber(series: SeriesKey, sequence: number): string;
  accessKey(input: Pick<DocumentHead, "issuer" | "series" | "sequence" | "issueDate" | "randomCode">): string;
  /** The unsigned document, of whichever type the input is. */
  build(input: DocumentInput): Outcome<BuiltDocument>;
  /** What a credit note says for a refund: never more than is left of the original, and at last exactly the rest. */
  credit(request: CreditRequest): Outcome<Credit>;
  /** Whether the law lets an invoice to this buyer be credited on a day (yyyy-mm-dd). */
  mayBeCredited(buyer: Buyer, day: string): boolean;
  /** Deterministic for the same input; `signedAt` is an ISO instant. */
  sign(document: BuiltDocument, signer: Signer, signedAt: string): SignedDocument;
  /**
   * Reads a .p12 and picks the signing key by key usage, key match and validity. `chain`: the names of the authorities above the
   * certificate, the issuing one first, as far as the file holds them.
   */
  openCertificate(p12: Uint8Array, password: string, now: string): Outcome<{ signer: Signer; info: CertificateInfo; chain: string[] }>;
  /** Every code of the authority that has words of its own (`authority.<country>.<code>` in i18n). */
  readonly authorityCodes: readonly string[];
  /** Sends signed bytes. Throws TransientFailure when it is not known whether they arrived. */
  transmit(document: SignedDocument, environment: Issuer["environment"], net: AuthorityNet): Promise<Answer>;
  /** Asks for a document by its key, never sends. Throws TransientFailure when there is no answer. */
  recover(accessKey: string, environment: Issuer["environment"], net: AuthorityNet): Promise<Answer>;
  /** The mandated print of an authorised document (Ecuador: RIDE, Anexo 2), from the signed XML itself. */
  print(document: { signedXml: string; authorisation: Authorisation | null; logo?: Uint8Array }): Promise<Uint8Array>;
  /** The authority's code of a payment type, for settings and tests. */
  paymentCode(type: PaymentType): string;
  /** Every code that the merchant may choose for a gateway. */
  readonly paymentCodes: readonly string[];
  /** How a document is paid, in the authority's codes; they add up to its total. */
  payments(input: PaymentFacts): Payment[];
}

/** Where the authority listens; the transport itself lives in the country's `.server` files. */
export type AuthorityNet = { testUrl: string; productionUrl: string; timeoutMs: number };
