import { encodeDer, objectId, part, parts, textOf, type Der } from "./der";

/**
 * The keywords of RFC 2253, and EMAILADDRESS: SRI validates with Java's X500Principal, which knows that keyword but neither E nor
 * emailAddress (github.com/bryancalisto/ec-sri-invoice-signer, issue 33).
 */
const KEYWORDS: Record<string, string> = {
  "2.5.4.3": "CN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "EMAILADDRESS",
};

/**
 * A certificate's Name as RFC 2253 writes it: the last part first; attributes without a keyword as `oid=#hex`, which every reader takes
 * for the same bytes.
 */
export const distinguishedName = (name: Der): string => parts(name).map(relativeName).reverse().join(",");

const relativeName = (rdn: Der): string => parts(rdn).map(attribute).join("+");

function attribute(node: Der): string {
  const oid = objectId(part(node, 0));
  const value = part(node, 1);
  const keyword = KEYWORDS[oid];
  return keyword ? `${keyword}=${escaped(textOf(value))}` : `${oid}=#${Buffer.from(encodeDer(value)).toString("hex")}`;
}

// RFC 2253, 2.4
const escaped = (text: string): string =>
  text
    .replace(/[,+"\\<>;]/g, "\\$&")
    .replace(/^[# ]/, "\\$&")
    .replace(/ $/, "\\ ");

/** The text of one attribute of a Name, if it has it. */
export function nameAttribute(name: Der, oid: string): string | null {
  const found = parts(name)
    .flatMap((rdn) => parts(rdn))
    .find((node) => objectId(part(node, 0)) === oid);
  return found ? textOf(part(found, 1)) : null;
}
