import { createHash } from "node:crypto";
import type { XmlElement } from "libxml2-wasm";
import type { CertificateInfo } from "../pack";
import { certificateInfo, readCertificate, type Certificate } from "./certificate";
import type { VerificationFault } from "./verification";
import { attributeAt, base64Of, DIGEST_HASHES, elementsAt, SIGNED_PROPERTIES, textAt } from "./verify-nodes";

export type TaxIdOf = (certificate: Certificate) => string | null;
type Found = { certificate: Certificate | null; info: CertificateInfo | null; faults: VerificationFault[] };

const CERT = `${SIGNED_PROPERTIES}/xades:SignedSignatureProperties/*[self::xades:SigningCertificate or self::xades:SigningCertificateV2]/xades:Cert`;
const WHERE = "X509Certificate";

/**
 * The certificate a signature names as its own: of those in KeyInfo the one whose digest the signed properties give, the first where they
 * give none.
 */
export function signingCertificate(signature: XmlElement, taxIdOf: TaxIdOf): Found {
  const given = elementsAt(signature, "ds:KeyInfo/ds:X509Data/ds:X509Certificate").map((node) => base64Of(node.content));
  const isNamed = namedBy(signature);
  const named = given.find((der) => der !== null && isNamed(der));
  const der = named ?? given[0];
  const certificate = der ? read(der) : null;
  if (!certificate) return { certificate: null, info: null, faults: [{ fault: "certificate_unreadable", where: WHERE }] };
  return {
    certificate,
    info: certificateInfo(certificate, taxIdOf(certificate)),
    faults: named ? [] : [{ fault: "certificate_differs", where: WHERE }],
  };
}

/** XAdES signs the certificate's digest, so that nobody can put another one with the same key in its place. */
function namedBy(signature: XmlElement): (der: Buffer) => boolean {
  const [cert] = elementsAt(signature, CERT);
  if (!cert) return () => true;
  const hash = DIGEST_HASHES[attributeAt(cert, "xades:CertDigest/ds:DigestMethod", "Algorithm")];
  const digest = base64Of(textAt(cert, "xades:CertDigest/ds:DigestValue"));
  return (der) => hash !== undefined && digest !== null && digest.equals(createHash(hash).update(der).digest());
}

function read(der: Buffer): Certificate | null {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof Error) return null; // becomes a fault: the parser's own words say nothing to a reader
    throw error;
  }
}
