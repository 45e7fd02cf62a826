import { X509Certificate } from "node:crypto";

// OID 2.5.29.15 in DER; the extension's octet string holds a bit string whose first bit is digitalSignature (RFC 5280, 4.2.1.3).
const KEY_USAGE_OID = Buffer.from("0603551d0f", "hex");
const CRITICAL = Buffer.from("0101ff", "hex");

/** Reads a DER certificate from base64; undefined when it is none. */
export function readCertificate(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}

/** A certificate without the extension may be used for everything; one with it must name digital signatures. */
export function maySignDocuments(certificate: X509Certificate): boolean {
  const der = certificate.raw;
  const found = der.indexOf(KEY_USAGE_OID);
  if (found < 0) return true;
  let offset = found + KEY_USAGE_OID.length;
  if (der.subarray(offset, offset + CRITICAL.length).equals(CRITICAL)) offset += CRITICAL.length;
  const bits = der[offset + 5] ?? 0; // 04 len 03 len unused-bits, then the bits
  return (bits & 0x80) !== 0;
}

export const serialNumber = (certificate: X509Certificate): bigint => BigInt(`0x${certificate.serialNumber}`);

/**
 * What is wrong with the issuer's name as written in the signature. Writers differ in order and in the names of rarer
 * attributes, so only the common name is compared; the e-mail attribute must be called EMAILADDRESS.
 */
export function issuerNameFault(certificate: X509Certificate, written: string): string | undefined {
  if (/(^|,)\s*E=/.test(written)) return "el atributo de correo del emisor debe llamarse EMAILADDRESS";
  const commonName = /^CN=(.*)$/m.exec(certificate.issuer)?.[1]?.replace(/\\(.)/g, "$1");
  const names = written.replace(/\\(.)/g, "$1");
  return commonName !== undefined && !names.includes(commonName) ? "X509IssuerName no es el emisor del certificado" : undefined;
}

export const isValidAt = (certificate: X509Certificate, instant: Date): boolean =>
  Date.parse(certificate.validFrom) <= instant.getTime() && instant.getTime() <= Date.parse(certificate.validTo);
