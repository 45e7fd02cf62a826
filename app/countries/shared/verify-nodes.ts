import { XmlElement, type XmlDocument } from "libxml2-wasm";

const NAMESPACES = { ds: "http://www.w3.org/2000/09/xmldsig#", xades: "http://uri.etsi.org/01903/v1.3.2#" };

/** Where a signature keeps its own signed properties, seen from ds:Signature. */
export const SIGNED_PROPERTIES = "ds:Object/xades:QualifyingProperties/xades:SignedProperties";

/**
 * Elements in a signature that nothing signs and no signature needs: a reader that looks for a name anywhere would take them for the
 * document's. XAdES' unsigned properties are among them.
 */
export const STRANGERS = `descendant::*[not(ancestor-or-self::ds:SignedInfo)
  and not(ancestor-or-self::xades:SignedProperties[parent::xades:QualifyingProperties/parent::ds:Object/parent::ds:Signature])
  and not(self::ds:SignatureValue or self::ds:Object or self::xades:QualifyingProperties)
  and not(self::ds:KeyInfo or self::ds:KeyName or self::ds:KeyValue or self::ds:RSAKeyValue or self::ds:Modulus or self::ds:Exponent)
  and not(self::ds:X509Data or self::ds:X509Certificate or self::ds:X509SubjectName or self::ds:X509IssuerSerial
    or self::ds:X509IssuerName or self::ds:X509SerialNumber)]`;

export const DIGEST_HASHES: Readonly<Record<string, "sha1" | "sha256">> = {
  "http://www.w3.org/2000/09/xmldsig#sha1": "sha1",
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
};

/** Elements by a path of our own making, never of the document's: `ds:` and `xades:` are known prefixes. */
export const elementsAt = (from: XmlElement, path: string): XmlElement[] =>
  from.find(path, NAMESPACES).filter((node) => node instanceof XmlElement);

export const textAt = (from: XmlElement, path: string): string | null => elementsAt(from, path)[0]?.content.trim() ?? null;

/** An attribute's value at the element that a path names, "" when there is none. */
export const attributeAt = (from: XmlElement, path: string, name: string): string => elementsAt(from, path)[0]?.attr(name)?.content ?? "";

/** The bytes of a base64 text, null when it is none: Node's own decoder would skip what doesn't belong. */
export function base64Of(text: string | null): Buffer | null {
  const packed = (text ?? "").replace(/\s/g, "");
  return packed !== "" && packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed) ? Buffer.from(packed, "base64") : null;
}

/** "/factura/Signature": local names from the root, numbered from the second of a name on; different for different elements. */
export function pathOf(element: XmlElement): string {
  let place = 1;
  for (let other = element.prev; other; other = other.prev) if (other instanceof XmlElement && other.name === element.name) place++;
  const step = place === 1 ? element.name : `${element.name}[${place}]`;
  return `${element.parent ? pathOf(element.parent) : ""}/${step}`;
}

/** Inclusive C14N 1.0 without comments of an element and all in it, with the namespaces it inherits. */
export function canonical(element: XmlElement, document: XmlDocument): string {
  // The whole document is much faster than a subtree, and the same where nothing stands beside its root.
  const isAlone = element.parent === null && element.prev === null && element.next === null;
  return isAlone ? document.canonicalizeToString() : document.canonicalizeToString({ nodeSet: new Set([element]) });
}
