import type { DocumentInput, DocumentState, DocumentType, Issuer, SeriesKey } from "~/domain/document/document";
import type { Worded } from "./records";

/** `timeZone`: where its fiscal days begin and end; absent or null: as in the country. */
export type IssuerRecord = Issuer & { timeZone?: string | null };

/** What documents of one establishment say otherwise than the issuer's; null: the same. */
export type EstablishmentRecord = { issuerId: string; code: string; address: string | null; tradeName: string | null };

export type CertificateRecord = {
  id: string;
  issuerId: string;
  keyEncrypted: string;
  certificateDer: Uint8Array;
  subject: string;
  issuedBy: string;
  /** The authorities above it, the issuing one first, as far as its file names them. */
  chain: string[];
  serial: string;
  taxId: string | null;
  notBefore: Date;
  notAfter: Date;
  uploadedAt: Date;
  active: boolean;
  /** The last warning that went out, in days before expiry. */
  warnedDays: number | null;
};

export type SeriesRecord = SeriesKey & { id: string; issuerId: string; firstNumber: number; nextNumber: number; isDefault: boolean };

export type AuthorisationRecord = { number: string; at: string; environment: string; xml: string };

/** `to` null: the buyer's own address. The id is the message's, however often it has to be tried. */
export type MailAsked = { id: string; to: string | null };

export type DocumentRecord = {
  id: string;
  /** null: it belongs to a run. */
  orderId: string | null;
  kind: DocumentType;
  subject: string;
  originalId: string | null;
  settledRefunds: string[];
  country: string;
  state: DocumentState;
  seriesId: string | null;
  sequence: number | null;
  number: string | null;
  accessKey: string | null;
  issueDate: string | null;
  /** The accountant's choice for a late document. */
  chosenIssueDate: string | null;
  input: DocumentInput | null;
  currency: string;
  totalMinor: number;
  signedXml: string | null;
  signedAt: Date | null;
  sentAt: Date | null;
  authorisationNumber: string | null;
  authorisedAt: Date | null;
  authorisation: AuthorisationRecord | null;
  messages: { code: string; text: string; detail: string | null; kind: string }[];
  attention: Worded | null;
  tries: number;
  createdAt: Date;
  numberedAt: Date | null;
  /** Mails that a person asked for and that are still to be sent, the oldest first. */
  mailsAsked: MailAsked[];
  mailedTo: string | null;
  mailedAt: Date | null;
  writtenBackAt: Date | null;
};
