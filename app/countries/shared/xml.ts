declare const canonical: unique symbol;

/**
 * XML that is already in canonical form (C14N 1.0): its bytes are what a verifier's canonicaliser makes of it, so they can be digested as
 * they are.
 */
export type Xml = string & { readonly [canonical]: true };

export type Attributes = Readonly<Record<string, string>>;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** An element with elements in it; null children are left out, so that optional parts read in their place. */
export const element = (name: string, children: readonly (Xml | null)[], attributes: Attributes = {}): Xml =>
  `<${name}${written(attributes)}>${children.filter((child) => child !== null).join("")}</${name}>` as Xml;

/** An element with text in it. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): Xml =>
  `<${name}${written(attributes)}>${escapeText(text)}</${name}>` as Xml;

/** The same, or nothing where there is no text: the authorities' schemas forbid empty elements. */
export const optionalElement = (name: string, text: string | null): Xml | null => (text ? textElement(name, text) : null);

/** Puts one more child at the end of an element that has an end tag, which every element here has. */
export function appendChild(parent: Xml, child: Xml): Xml {
  const end = parent.lastIndexOf("</");
  return (parent.slice(0, end) + child + parent.slice(end)) as Xml;
}

// C14N 1.0, 2.2: namespace declarations first, by prefix, then attributes by name. Prefixed attributes would be sorted by namespace;
// nobody here has any.
function written(attributes: Attributes): string {
  const names = Object.keys(attributes);
  if (names.length === 0) return "";
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.map((name) => ` ${name}="${escapeAttribute(attributes[name] ?? "")}"`).join("");
}

const rank = (name: string): number => (name === "xmlns" ? 0 : name.startsWith("xmlns:") ? 1 : 2);

// C14N 1.0, 1.1: in text & < > and carriage returns, in attributes & < " and white space that parsers would normalise; > is left alone
// there.
const TEXT: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const ATTRIBUTE: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;" };

const escapeText = (text: string): string => dropForbidden(text).replace(/[&<>\r]/g, (char) => TEXT[char] ?? char);
const escapeAttribute = (text: string): string => dropForbidden(text).replace(/[&<"\t\n\r]/g, (char) => ATTRIBUTE[char] ?? char);

/** Takes out what XML 1.0 can't carry at all, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
export const dropForbidden = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
