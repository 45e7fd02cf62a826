import { X509Certificate } from "node:crypto";
import type { CertificateInfo } from "../pack";
import { isContextTag, objectId, octets, parseDer, part, parts, type Der } from "./der";
import { distinguishedName, nameAttribute } from "./distinguished-name";

export type Certificate = {
  x509: X509Certificate;
  /** RFC 2253. */
  subject: string;
  issuer: string;
  /** Decimal, however long. */
  serial: string;
  /** Whether its key usage names digitalSignature. A certificate that names no usage doesn't say so (SRI: error 39). */
  signs: boolean;
  /** Object id → the extension's bytes as a binary string. */
  extensions: ReadonlyMap<string, string>;
  /** Text of a subject attribute by object id. */
  subjectAttribute(oid: string): string | null;
};

const KEY_USAGE = "2.5.29.15";
const DIGITAL_SIGNATURE = 0x80;

/** Reads what signing needs from a certificate's exact bytes. Throws when they are none. */
export function readCertificate(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der);
  const body = parts(part(parseDer(der), 0)).filter((node) => !isContextTag(node, 0));
  const [, , issuer, , subject] = body;
  if (!issuer || !subject) throw new Error("X.509: issuer or subject is missing");
  const extensions = readExtensions(body.find((node) => isContextTag(node, 3)));
  return {
    x509,
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    serial: BigInt(`0x${x509.serialNumber}`).toString(),
    signs: usage(extensions.get(KEY_USAGE)),
    extensions,
    subjectAttribute: (oid) => nameAttribute(subject, oid),
  };
}

/** What people are shown of a certificate; `taxId` as the country reads it. */
export const certificateInfo = ({ subject, issuer, serial, x509 }: Certificate, taxId: string | null): CertificateInfo => ({
  subject,
  issuer,
  serial,
  taxId,
  notBefore: new Date(x509.validFrom).toISOString(),
  notAfter: new Date(x509.validTo).toISOString(),
});

function readExtensions(tagged: Der | undefined): Map<string, string> {
  if (!tagged) return new Map();
  return new Map(parts(part(tagged, 0)).map((extension) => [objectId(part(extension, 0)), lastOctets(extension)]));
}

// extnID, critical (when true), extnValue
const lastOctets = (extension: Der): string => octets(part(extension, parts(extension).length - 1));

/** BIT STRING: tag, length, unused bits, first byte. */
const usage = (bitString: string | undefined): boolean => bitString !== undefined && (bitString.charCodeAt(3) & DIGITAL_SIGNATURE) !== 0;
