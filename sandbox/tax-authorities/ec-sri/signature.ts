import { createHash, createVerify, type X509Certificate } from "node:crypto";
import { isValidAt, issuerNameFault, maySignDocuments, readCertificate, serialNumber } from "./certificate";
import { canonical, canonicalWithoutSignature } from "./canonical";
import { message, type Message } from "./messages";
import { child, childrenNamed, SIGNATURE_NAMESPACE, textAt, withDescendants, type Element } from "./xml";

const INCLUSIVE_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const ENVELOPED = `${SIGNATURE_NAMESPACE}enveloped-signature`;
const SHA1 = `${SIGNATURE_NAMESPACE}sha1`;
const RSA_SHA1 = `${SIGNATURE_NAMESPACE}rsa-sha1`;
const SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

class Broken extends Error {
  constructor(
    readonly code: "39" | "40",
    what: string,
  ) {
    super(what);
  }
}

/** Verifies the XAdES-BES signature of a document: every digest, the RSA signature and what it says about the certificate. */
export function signatureFault(root: Element, source: Uint8Array): Message | undefined {
  try {
    verify(root, source);
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return message(error.code, error.message);
    throw error;
  }
}

function verify(root: Element, source: Uint8Array): void {
  const signature = child(root, "ds:Signature");
  if (!signature) throw new Broken("39", "el comprobante no está firmado");
  const certificate = certificateOf(signature);
  const signedInfo = child(signature, "ds:SignedInfo");
  expectAlgorithm(child(signedInfo, "ds:CanonicalizationMethod"), INCLUSIVE_C14N);
  expectAlgorithm(child(signedInfo, "ds:SignatureMethod"), RSA_SHA1);
  verifyReferences(root, signature, source);
  const verifier = createVerify("sha1").update(canonical((signedInfo ?? signature).node));
  if (!verifier.verify(certificate.publicKey, bytesAt(signature, "ds:SignatureValue")))
    throw new Broken("39", "la firma no corresponde al certificado");
  verifyKeyValue(signature, certificate);
  verifySignedProperties(signature, certificate);
}

function certificateOf(signature: Element): X509Certificate {
  const encoded = textAt(signature, "ds:KeyInfo", "ds:X509Data", "ds:X509Certificate");
  const certificate = encoded.trim() === "" ? undefined : readCertificate(encoded);
  if (!certificate) throw new Broken("40", "no se encontró un certificado X509 legible en la firma");
  if (!maySignDocuments(certificate)) throw new Broken("39", "el certificado utilizado no es del tipo firma digital");
  return certificate;
}

/** Three references, in any order: the document without its signature, the signed properties, the key. */
function verifyReferences(root: Element, signature: Element, source: Uint8Array): void {
  const references = childrenNamed(child(signature, "ds:SignedInfo"), "ds:Reference");
  const seen = references.map((reference) => {
    const uri = reference.attributes.URI ?? "";
    const target = targetOf(root, uri);
    const digest = createHash("sha1")
      .update(targetBytes(reference, target, root, source))
      .digest();
    expectAlgorithm(child(reference, "ds:DigestMethod"), SHA1);
    if (!digest.equals(bytesAt(reference, "ds:DigestValue")))
      throw new Broken("39", `el resumen de ${uri} no coincide: el contenido fue alterado`);
    if (target.name === "etsi:SignedProperties" && reference.attributes.Type !== SIGNED_PROPERTIES)
      throw new Broken("39", "la referencia a SignedProperties no dice su tipo");
    return target;
  });
  const expected = [root, signedPropertiesOf(signature), child(signature, "ds:KeyInfo")];
  const complete = seen.length === expected.length && expected.every((one) => one !== undefined && seen.includes(one));
  if (!complete) throw new Broken("39", "la firma debe tener tres referencias: comprobante, SignedProperties y KeyInfo");
}

function targetOf(root: Element, uri: string): Element {
  const named = [...withDescendants(root)].filter(({ attributes }) => [attributes.Id, attributes.id].includes(uri.slice(1)));
  const [target] = named;
  // An id that is there twice would let the signature cover another element than the one that is read.
  if (!uri.startsWith("#") || !target || named.length > 1)
    throw new Broken("39", `la referencia '${uri}' no señala exactamente un elemento`);
  return target;
}

function targetBytes(reference: Element, target: Element, root: Element, source: Uint8Array): Buffer {
  const transforms = childrenNamed(child(reference, "ds:Transforms"), "ds:Transform").map((one) => one.attributes.Algorithm);
  const enveloped = transforms[0] === ENVELOPED;
  const rest = enveloped ? transforms.slice(1) : transforms;
  if (rest.some((algorithm) => algorithm !== INCLUSIVE_C14N)) throw new Broken("39", `transformación no admitida: ${rest.join(", ")}`);
  if (enveloped !== (target === root))
    throw new Broken("39", "la transformación enveloped-signature va en la referencia al comprobante y solo allí");
  return enveloped ? canonicalWithoutSignature(source) : canonical(target.node);
}

function verifyKeyValue(signature: Element, certificate: X509Certificate): void {
  const value = child(child(child(signature, "ds:KeyInfo"), "ds:KeyValue"), "ds:RSAKeyValue");
  if (!value) return;
  const key = certificate.publicKey.export({ format: "jwk" });
  const same = (name: string, expected = "") => bytesAt(value, name).equals(Buffer.from(expected, "base64url"));
  if (!same("ds:Modulus", key.n) || !same("ds:Exponent", key.e)) throw new Broken("39", "RSAKeyValue no es la clave del certificado");
}

function verifySignedProperties(signature: Element, certificate: X509Certificate): void {
  const properties = signedPropertiesOf(signature);
  const signed = child(properties, "etsi:SignedSignatureProperties");
  const cert = child(child(signed, "etsi:SigningCertificate"), "etsi:Cert");
  const digest = createHash("sha1").update(certificate.raw).digest();
  expectAlgorithm(child(child(cert, "etsi:CertDigest"), "ds:DigestMethod"), SHA1);
  if (!digest.equals(Buffer.from(textAt(cert, "etsi:CertDigest", "ds:DigestValue"), "base64")))
    throw new Broken("39", "CertDigest no es el del certificado");
  if (textAt(cert, "etsi:IssuerSerial", "ds:X509SerialNumber").trim() !== String(serialNumber(certificate)))
    throw new Broken("39", "X509SerialNumber no es el del certificado, en decimal");
  const wrongIssuer = issuerNameFault(certificate, textAt(cert, "etsi:IssuerSerial", "ds:X509IssuerName"));
  if (wrongIssuer !== undefined) throw new Broken("39", wrongIssuer);
  const signedAt = new Date(textAt(signed, "etsi:SigningTime"));
  if (!isValidAt(certificate, signedAt))
    throw new Broken("39", `el certificado no estaba vigente al firmar (${certificate.validFrom} – ${certificate.validTo})`);
  const target = child(child(signature, "ds:Object"), "etsi:QualifyingProperties")?.attributes.Target;
  if (target !== `#${signature.attributes.Id}`) throw new Broken("39", "QualifyingProperties no señala esta firma");
}

function signedPropertiesOf(signature: Element): Element | undefined {
  return child(child(child(signature, "ds:Object"), "etsi:QualifyingProperties"), "etsi:SignedProperties");
}

function expectAlgorithm(element: Element | undefined, algorithm: string): void {
  const found = element?.attributes.Algorithm;
  if (found !== algorithm) throw new Broken("39", `algoritmo ${found ?? "ausente"}: se admite ${algorithm}`);
}

const bytesAt = (element: Element, name: string): Buffer => Buffer.from(textAt(element, name), "base64");
