import { createPublicKey, hash } from "node:crypto";
import type { Signer } from "../pack";
import { readCertificate } from "./certificate";
import { element, textElement, type Xml } from "./xml";

/** What every signature of one signer says alike. */
export type SignerParts = {
  /** The content of ds:KeyInfo. */
  keyInfo: readonly Xml[];
  issuerSerial: Xml;
  certificateDigest: Readonly<Record<"sha1" | "sha256", string>>;
};

// A signer is kept by whoever opened it; making these again for every document would cost more than all the rest but RSA.
const made = new WeakMap<Signer, SignerParts>();

/** The parts, made once for a signer that is kept. */
export function signerParts(signer: Signer): SignerParts {
  const known = made.get(signer);
  if (known) return known;
  const parts = makeParts(signer);
  made.set(signer, parts);
  return parts;
}

function makeParts({ certificateDer, privateKey }: Signer): SignerParts {
  const { issuer, serial } = readCertificate(certificateDer);
  const { n, e } = createPublicKey(privateKey).export({ format: "jwk" });
  const base64 = (url: string | undefined) => Buffer.from(url ?? "", "base64url").toString("base64");
  return {
    keyInfo: [
      element("ds:X509Data", [textElement("ds:X509Certificate", Buffer.from(certificateDer).toString("base64"))]),
      element("ds:KeyValue", [element("ds:RSAKeyValue", [textElement("ds:Modulus", base64(n)), textElement("ds:Exponent", base64(e))])]),
    ],
    issuerSerial: element("etsi:IssuerSerial", [textElement("ds:X509IssuerName", issuer), textElement("ds:X509SerialNumber", serial)]),
    certificateDigest: { sha1: hash("sha1", certificateDer, "base64"), sha256: hash("sha256", certificateDer, "base64") },
  };
}
