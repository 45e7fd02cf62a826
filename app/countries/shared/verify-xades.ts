import { verify } from "node:crypto";
import type { XmlDocument, XmlElement } from "libxml2-wasm";
import type { Certificate } from "./certificate";
import { withDocument } from "./read-xml";
import { notVerified, type Verification, type VerificationFault, type VerifiedReference } from "./verification";
import { signingCertificate, type TaxIdOf } from "./verify-certificate";
import { attributeAt, base64Of, canonical, elementsAt, pathOf, SIGNED_PROPERTIES, STRANGERS, textAt } from "./verify-nodes";
import { checkReferences, INCLUSIVE_C14N } from "./verify-references";

/** A document of some thousand lines is smaller. What verifying costs grows with these, so that hostile documents end soon. */
const MOST_CHARACTERS = 4_000_000;
const MOST_TAGS = 100_000;
const MOST_NAMESPACES = 32;
const TOO_DEEP = `boolean(${"/*".repeat(33)})`;

const SIGNATURE_HASHES: Readonly<Record<string, "sha1" | "sha256">> = {
  "http://www.w3.org/2000/09/xmldsig#rsa-sha1": "sha1",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": "sha256",
};

/**
 * Verifies the one XAdES or XML-DSig signature of a document that others made (RSA with SHA-1 or SHA-256, inclusive C14N 1.0, references
 * by Id, the enveloped-signature transform), by the certificate in it. Never throws: whatever is wrong is a fault. `taxIdOf` reads the
 * taxpayer as the country's certificates name them. Trust what the references cover, never what stands beside it.
 */
export function verifyXades(xml: string, taxIdOf: TaxIdOf): Verification {
  if (isTooLarge(xml)) return notVerified("too_large");
  try {
    return withDocument(xml, (document) => verifyDocument(document, taxIdOf));
  } catch (error) {
    if (error instanceof Error) return notVerified("unreadable");
    throw error;
  }
}

const count = (text: string, what: string): number => text.split(what).length - 1;

const isTooLarge = (xml: string): boolean =>
  xml.length > MOST_CHARACTERS || count(xml, "<") > MOST_TAGS || count(xml, "xmlns") > MOST_NAMESPACES;

function verifyDocument(document: XmlDocument, taxIdOf: TaxIdOf): Verification {
  // The text was decoded already; under another encoding the same characters would have been other bytes when they were signed.
  if (document.encoding !== null && document.encoding.toUpperCase() !== "UTF-8") return notVerified("not_utf8");
  if (document.eval(TOO_DEEP) === true) return notVerified("too_large");
  const [signature, another] = elementsAt(document.root, "descendant-or-self::ds:Signature");
  if (!signature) return notVerified("unsigned");
  if (another) return notVerified("several_signatures");
  const { certificate, info, faults: ofCertificate } = signingCertificate(signature, taxIdOf);
  const ofSignature = certificate && checkSignature(document, signature, certificate);
  const signingTime = textAt(signature, `${SIGNED_PROPERTIES}/xades:SignedSignatureProperties/xades:SigningTime`);
  const properties = elementsAt(signature, SIGNED_PROPERTIES).map(pathOf);
  const [stranger] = elementsAt(signature, STRANGERS);
  const unsigned = stranger ? [{ fault: "unsigned_content", where: pathOf(stranger) } as const] : [];
  // Last, for it takes the signature out of the document.
  const { references, faults: ofReferences } = checkReferences(document, signature);
  const wrapped = uncovered(references, pathOf(document.root), properties);
  const faults = [...ofReferences, ...wrapped, ...unsigned, ...ofCertificate, ...(ofSignature ?? [])];
  return {
    holds: faults.length === 0,
    faults,
    references,
    signatureHolds: ofSignature?.length === 0,
    certificate: info,
    signingTime,
  };
}

function checkSignature(document: XmlDocument, signature: XmlElement, { x509 }: Certificate): VerificationFault[] {
  const [signedInfo] = elementsAt(signature, "ds:SignedInfo");
  const hash = SIGNATURE_HASHES[attributeAt(signature, "ds:SignedInfo/ds:SignatureMethod", "Algorithm")];
  const method = attributeAt(signature, "ds:SignedInfo/ds:CanonicalizationMethod", "Algorithm");
  if (!signedInfo || !hash || method !== INCLUSIVE_C14N || x509.publicKey.asymmetricKeyType !== "rsa")
    return [{ fault: "algorithm_not_supported", where: "SignedInfo" }];
  const value = base64Of(textAt(signature, "ds:SignatureValue"));
  const isSame = value !== null && verify(hash, Buffer.from(canonical(signedInfo, document)), x509.publicKey, value);
  return isSame ? [] : [{ fault: "signature_differs", where: "SignatureValue" }];
}

/** A signature that holds, but over something else than is read: signature wrapping, or properties nobody signed. */
function uncovered(references: readonly VerifiedReference[], root: string, properties: readonly string[]): VerificationFault[] {
  const covered = new Set(references.map(({ covers }) => covers));
  return [
    ...(covered.has(root) ? [] : [{ fault: "document_not_covered", where: root } as const]),
    ...properties.filter((path) => !covered.has(path)).map((where) => ({ fault: "properties_not_covered", where }) as const),
  ];
}
