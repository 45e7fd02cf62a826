import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";

export const SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";
export const XADES_NAMESPACE = "http://uri.etsi.org/01903/v1.3.2#";
const SCHEMA_INSTANCE_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
const prefixes: Record<string, string> = {
  "": "",
  [SIGNATURE_NAMESPACE]: "ds:",
  [XADES_NAMESPACE]: "etsi:",
  [SCHEMA_INSTANCE_NAMESPACE]: "xsi:",
};

/** An element as the rules see it: names carry our own prefixes (`ds:`, `etsi:`, `xsi:`), other namespaces their address. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own text, without that of its children. */
  text: string;
  line: number;
  node: XmlElement;
}

export class NotXml extends Error {}

/** Parses and hands the tree to `read`; the memory of the parser is given back afterwards. Throws NotXml. */
export function withXml<T>(source: Uint8Array, read: (root: Element) => T): T {
  const document = parse(source);
  try {
    // SRI wants UTF-8; what is kept and given back is the text of these bytes.
    if (document.encoding !== null && document.encoding.toUpperCase() !== "UTF-8") throw new NotXml("the document is not in UTF-8");
    if (document.dtd) throw new NotXml("the document has a DTD, which is not allowed");
    return read(elementOf(document.root));
  } finally {
    document.dispose();
  }
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);

/** Walks down a path of names; the text of what is there, "" when nothing is. */
export const textAt = (element: Element | undefined, ...path: string[]): string => path.reduce(child, element)?.text ?? "";

export const childrenNamed = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((one) => one.name === name) ?? [];

export function* withDescendants(element: Element): Generator<Element> {
  yield element;
  for (const one of element.children) yield* withDescendants(one);
}

/** Escapes for element text; a carriage return too, because a parser would turn it into a line feed and change signed bytes. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? "&#13;");

function parse(source: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(source, { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET });
  } catch (error) {
    throw new NotXml(error instanceof Error ? error.message.trim() : String(error));
  }
}

function elementOf(node: XmlElement): Element {
  const children: Element[] = [];
  let text = "";
  for (let one = node.firstChild; one; one = one.next) {
    if (one instanceof XmlElement) children.push(elementOf(one));
    else if (one instanceof XmlText || one instanceof XmlCData) text += one.content;
  }
  const attributes = Object.fromEntries(node.attrs.map((one) => [qualified(one.namespaceUri, one.name), one.value]));
  return { name: qualified(node.namespaceUri, node.name), attributes, children, text, line: node.line, node };
}

function qualified(namespace: string | undefined, name: string): string {
  const prefix = prefixes[namespace ?? ""];
  return prefix === undefined ? `{${namespace}}${name}` : prefix + name;
}
