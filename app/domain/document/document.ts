import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { PaymentType } from "~/domain/order/order";

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

export type SeriesKey = { documentType: "invoice"; establishment: string; emissionPoint: string; environment: Issuer["environment"] };

export type Buyer = Pick<FiscalData, "idType" | "idNumber" | "legalName"> & {
  email: string | null;
  address: string | null;
  phone: string | null;
};

export type TaxGroup = { rateBasisPoints: number; baseMinor: number; taxMinor: number };

/** One line of a fiscal document, amounts without tax. `unitPriceMicros`: millionths of the currency unit (6 decimals). */
export type DocumentLine = {
  code: string;
  description: string;
  quantity: number;
  unitPriceMicros: bigint;
  discountMinor: number;
  baseMinor: number;
  rateBasisPoints: number;
  taxMinor: number;
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

/** Everything a country needs to write an invoice; nothing in it is looked up. */
export type InvoiceInput = {
  issuer: Issuer;
  series: SeriesKey;
  sequence: number;
  /** Fiscal date in the issuer's zone, yyyy-mm-dd. */
  issueDate: string;
  /** Eight digits chosen when the document is numbered, stored with it. */
  randomCode: string;
  buyer: Buyer;
  totals: DocumentTotals;
  currency: string;
  paymentType: PaymentType;
  /** Shown among the additional information, e.g. { Pedido: "#1001" }. */
  additional: Record<string, string>;
};

export const DOCUMENT_KINDS = ["invoice", "credit_note", "dispatch_guide"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

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
