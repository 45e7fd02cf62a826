import type { CertificateInfo } from "../pack";

/** What is wrong with a signed document, and with which part of it: a reference's URI, an element's name, or "" for the whole. */
export type VerificationFault = { fault: FaultCode; where: string };

export type FaultCode =
  | "unreadable"
  | "not_utf8"
  | "too_large"
  | "unsigned"
  | "several_signatures"
  | "algorithm_not_supported"
  | "too_many_references"
  | "reference_missing"
  | "reference_ambiguous"
  | "digest_differs"
  | "signature_differs"
  | "certificate_unreadable"
  | "certificate_differs"
  | "document_not_covered"
  | "properties_not_covered"
  | "unsigned_content";

/** One ds:Reference: what it covers, as the path of the element it really points at ("/factura"), and whether its digest holds. */
export type VerifiedReference = { uri: string; covers: string | null; holds: boolean };

export type Verification = {
  /** True when there is no fault: the whole document and the signature's own properties are as they were signed. */
  holds: boolean;
  faults: VerificationFault[];
  references: VerifiedReference[];
  /** Whether the signature value is the certificate's over what the references say. Says nothing of their digests. */
  signatureHolds: boolean;
  /** Who signed, as the certificate says. Whether an authority issued it is not looked at. */
  certificate: CertificateInfo | null;
  /** XML dateTime as the signer wrote it; their own clock. */
  signingTime: string | null;
};

/** A document of which nothing can be said. */
export const notVerified = (code: FaultCode): Verification => ({
  holds: false,
  faults: [{ fault: code, where: "" }],
  references: [],
  signatureHolds: false,
  certificate: null,
  signingTime: null,
});
