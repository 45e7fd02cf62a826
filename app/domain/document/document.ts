import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { LineTax, TaxGroup } from "./tax";

/** The merchant as taxpayer. Codes are the authority's (Ecuador: 3 digits each). */
export type Issuer = {
  id: string;
  country: string;
  taxId: string;
  legalName: string;
  tradeName: string | null;
  mainAddress: string;
  establishmentAddress: string | null;
  keepsAccounts: boolean;
  specialTaxpayer: string | null;
  withholdingAgent: string | null;
  rimpe: "none" | "rimpe" | "negocio_popular";
  environment: "test" | "production";
};

export const DOCUMENT_TYPES = ["invoice", "credit_note", "dispatch_guide"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type SeriesKey = { documentType: DocumentType; establishment: string; emissionPoint: string; environment: Issuer["environment"] };

export type Buyer = Pick<FiscalData, "idType" | "idNumber" | "legalName"> & {
  email: string | null;
  address: string | null;
  phone: string | null;
};

/** Where a line comes from: an order's or shipping line by its id, or one of those an order has once (id ""). */
export type LineRef = { kind: "line" | "shipping" | "duties" | "fees" | "tip" | "adjustment"; id: string };

/** One line of a fiscal document, amounts without tax. `unitPriceMicros`: millionths of the currency unit (6 decimals). */
export type DocumentLine = {
  ref: LineRef;
  code: string;
  description: string;
  quantity: number;
  unitPriceMicros: bigint;
  discountMinor: number;
  baseMinor: number;
  taxes: LineTax[];
};

export type DocumentTotals = {
  lines: DocumentLine[];
  groups: TaxGroup[];
  baseMinor: number;
  discountMinor: number;
  taxMinor: number;
  tipMinor: number;
  totalMinor: number;
};

/** One way in which a document is paid: the authority's code, the amount, and in how many days where it is owed. */
export type Payment = { code: string; amountMinor: number; termDays?: number | null };

/** What every document says about itself; nothing in it is looked up. */
export type DocumentHead = {
  issuer: Issuer;
  series: SeriesKey;
  sequence: number;
  /** Fiscal date in the issuer's zone, yyyy-mm-dd. */
  issueDate: string;
  /** Eight digits chosen when the document is numbered, stored with it. */
  randomCode: string;
  /** Shown among the additional information, e.g. { Pedido: "#1001" }. */
  additional: Record<string, string>;
};

/** Everything a country needs to write an invoice. */
export type InvoiceInput = DocumentHead & {
  kind: "invoice";
  buyer: Buyer;
  totals: DocumentTotals;
  currency: string;
  /** They add up to the total. */
  payments: Payment[];
  /** The number of the dispatch guide that brought the goods. */
  guide?: string | null;
  /** Where the invoice is issued before the goods move and stands in for their guide. */
  transport?: (Transport & { destinationAddress: string; destinations: Pick<Recipient, "motive" | "route">[] }) | null;
};

/** Everything a country needs to write a credit note. The buyer is the original's. */
export type CreditNoteInput = DocumentHead & {
  kind: "credit_note";
  buyer: Buyer;
  original: { documentType: "invoice"; number: string; issueDate: string };
  /** In the buyer's words, e.g. "Devolución de 1 unidad". */
  reason: string;
  totals: DocumentTotals;
  currency: string;
};

/** Who drives, as the law wants it: the courier under their legal name. */
export type Carrier = { legalName: string; idType: string; idNumber: string; plate: string };

/** Where goods move, by whom and from when to when (yyyy-mm-dd). */
export type Transport = { carrier: Carrier; originAddress: string; startsOn: string; endsOn: string };

/** Whom a dispatch guide brings what, why, and for which document. */
export type Recipient = {
  idNumber: string;
  legalName: string;
  address: string;
  motive: string;
  route: string | null;
  support: { documentType: "invoice"; number: string; authorisation: string; issueDate: string } | null;
  lines: Pick<DocumentLine, "code" | "description" | "quantity">[];
};

/** Everything a country needs to write a dispatch guide: one run with all its recipients. */
export type DispatchGuideInput = DocumentHead & Transport & { kind: "dispatch_guide"; recipients: Recipient[] };

/** Whatever a country can be asked to write. */
export type DocumentInput = InvoiceInput | CreditNoteInput | DispatchGuideInput;

export const DOCUMENT_STATES = [
  "waiting_for_data",
  "numbered",
  "signed",
  "sent",
  "answer_unknown",
  "authorised",
  "delivered_to_buyer",
  "rejected",
  "voided",
  "credited",
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
