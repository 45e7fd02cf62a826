import forge from "node-forge";

/** A node of parsed ASN.1; forge's own shape. */
export type Der = forge.asn1.Asn1;

const { Class, Type } = forge.asn1;

/** Parses BER or DER. Throws when the bytes are no single ASN.1 value. */
export const parseDer = (bytes: Uint8Array | string): Der =>
  forge.asn1.fromDer(typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("latin1"), false);

export const encodeDer = (node: Der): Uint8Array => Buffer.from(forge.asn1.toDer(node).getBytes(), "latin1");

/** The parts of a SEQUENCE, SET or explicit tag. Throws on a primitive. */
export function parts(node: Der | undefined): Der[] {
  if (!node || typeof node.value === "string") throw new Error("ASN.1: a constructed value was expected");
  return node.value;
}

export const part = (node: Der | undefined, index: number): Der => {
  const found = parts(node)[index];
  if (!found) throw new Error(`ASN.1: part ${index} is missing`);
  return found;
};

/** The bytes (as a binary string) of a primitive, or of an OCTET STRING that BER cut into chunks. */
export const octets = (node: Der): string => (typeof node.value === "string" ? node.value : node.value.map(octets).join(""));

export const objectId = (node: Der | undefined): string => {
  if (!node || node.type !== Type.OID || typeof node.value !== "string") throw new Error("ASN.1: an object identifier was expected");
  return forge.asn1.derToOid(node.value);
};

export const isContextTag = (node: Der, tag: number): boolean => node.tagClass === Class.CONTEXT_SPECIFIC && Number(node.type) === tag;

/** The text of a directory string in any of its encodings. */
export function textOf(node: Der): string {
  const bytes = octets(node);
  // forge has decoded BMPString already; the rest are bytes.
  return node.type === Type.UTF8 ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
