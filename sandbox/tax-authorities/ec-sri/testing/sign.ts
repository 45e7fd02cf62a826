import { createHash, createSign, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { canonical, canonicalWithoutSignature } from "../canonical";
import { child, SIGNATURE_NAMESPACE, withXml, XADES_NAMESPACE, type Element } from "../xml";

export interface Signer {
  certificatePem: string;
  privateKeyPem: string;
}

/** A self-signed certificate as an issuer would have it, with whatever a test wants to be different. */
export function aSigner({ from = "2026-01-01", to = "2028-01-01", digitalSignature = true } = {}): Signer {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = "0a1b2c3d";
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(to);
  const name = [
    { name: "countryName", value: "EC" },
    { name: "commonName", value: "AUTORIDAD DE PRUEBA" },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: "keyUsage", critical: true, digitalSignature, keyEncipherment: !digitalSignature }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem: forge.pki.privateKeyToPem(keys.privateKey) };
}

interface SignOptions {
  signedAt?: string;
  /** Changes the signature before the digests are taken, as a careless writer would. */
  prepare?: (signature: string) => string;
}

/** Signs a document as the sample of the authority's scheme is signed: three references, SHA-1, inclusive C14N. */
export function sign(
  xml: string,
  signer: Signer,
  { signedAt = "2026-11-23T11:00:00-05:00", prepare = (one) => one }: SignOptions = {},
): Buffer {
  const certificate = new X509Certificate(signer.certificatePem);
  const unsigned = prepare(signatureText(certificate, signedAt));
  const put = (signature: string) => Buffer.from(xml.replace(/<\/\w+>\s*$/, (end) => signature + end.trimEnd()));
  const digested = unsigned
    .replace("DIGEST-1", () =>
      digestOf(put(unsigned), (signature) => path(signature, "ds:Object", "etsi:QualifyingProperties", "etsi:SignedProperties")),
    )
    .replaceAll("DIGEST-2", () => digestOf(put(unsigned), (signature) => path(signature, "ds:KeyInfo")))
    .replace("DIGEST-3", () => sha1(canonicalWithoutSignature(put(unsigned))));
  const signedInfo = withSignature(put(digested), (signature) => canonical(path(signature, "ds:SignedInfo").node));
  return put(digested.replace("SIGNATURE", createSign("sha1").update(signedInfo).sign(signer.privateKeyPem, "base64")));
}

function signatureText(certificate: X509Certificate, signedAt: string): string {
  const { n = "", e = "" } = certificate.publicKey.export({ format: "jwk" });
  const standard = (value: string) => Buffer.from(value, "base64url").toString("base64");
  const method = `<ds:DigestMethod Algorithm="${SIGNATURE_NAMESPACE}sha1"></ds:DigestMethod>`;
  const reference = (attributes: string, n: number, transforms = "") =>
    `<ds:Reference ${attributes}>${transforms}${method}<ds:DigestValue>DIGEST-${n}</ds:DigestValue></ds:Reference>`;
  return (
    `<ds:Signature xmlns:ds="${SIGNATURE_NAMESPACE}" xmlns:etsi="${XADES_NAMESPACE}" Id="Signature-1"><ds:SignedInfo>` +
    `<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${SIGNATURE_NAMESPACE}rsa-sha1"></ds:SignatureMethod>` +
    reference(`Type="http://uri.etsi.org/01903#SignedProperties" URI="#SignedProperties-1"`, 1) +
    reference(`URI="#KeyInfo-1"`, 2) +
    reference(
      `Id="Reference-1" URI="#comprobante"`,
      3,
      `<ds:Transforms><ds:Transform Algorithm="${SIGNATURE_NAMESPACE}enveloped-signature"></ds:Transform></ds:Transforms>`,
    ) +
    `</ds:SignedInfo><ds:SignatureValue>SIGNATURE</ds:SignatureValue>` +
    `<ds:KeyInfo Id="KeyInfo-1"><ds:X509Data><ds:X509Certificate>${certificate.raw.toString("base64")}</ds:X509Certificate></ds:X509Data>` +
    `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${standard(n)}</ds:Modulus><ds:Exponent>${standard(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>` +
    `<ds:Object><etsi:QualifyingProperties Target="#Signature-1"><etsi:SignedProperties Id="SignedProperties-1"><etsi:SignedSignatureProperties>` +
    `<etsi:SigningTime>${signedAt}</etsi:SigningTime><etsi:SigningCertificate><etsi:Cert><etsi:CertDigest>${method}` +
    `<ds:DigestValue>${sha1(certificate.raw)}</ds:DigestValue></etsi:CertDigest><etsi:IssuerSerial>` +
    `<ds:X509IssuerName>CN=AUTORIDAD DE PRUEBA,C=EC</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber>` +
    `</etsi:IssuerSerial></etsi:Cert></etsi:SigningCertificate></etsi:SignedSignatureProperties></etsi:SignedProperties></etsi:QualifyingProperties></ds:Object></ds:Signature>`
  );
}

const sha1 = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("base64");

const digestOf = (document: Buffer, find: (signature: Element) => Element): string =>
  withSignature(document, (signature) => sha1(canonical(find(signature).node)));

const withSignature = <T>(document: Buffer, read: (signature: Element) => T): T =>
  withXml(document, (root) => read(path(root, "ds:Signature")));

function path(from: Element, ...names: string[]): Element {
  return names.reduce((element, name) => {
    const found = child(element, name);
    if (!found) throw new Error(`no ${name} in ${element.name}`);
    return found;
  }, from);
}
