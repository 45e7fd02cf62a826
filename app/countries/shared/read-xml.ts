import { XmlDocument, XmlElement, type XmlNode, XmlXPath } from "libxml2-wasm";

/** A parsed document's element, by local names only: authorities change their prefixes. */
export type ReadXml = {
  /** The trimmed text of the first descendant with this name, or null when there is none. */
  text(name: string): string | null;
  /** All descendants with this name. */
  all(name: string): ReadXml[];
  attribute(name: string): string | null;
  readonly content: string;
};

/**
 * Parses foreign XML, hands its root to `read` and frees it. Nothing outside the text is loaded; a DOCTYPE is refused, so that there are
 * no entities. Throws when it isn't well-formed.
 */
export const readXml = <T>(xml: string, read: (root: ReadXml) => T): T => withDocument(xml, ({ root }) => read(wrap(root)));

/** The same with the parser's own document, for what names alone can't tell. It is gone when `read` returns. */
export function withDocument<T>(xml: string, read: (document: XmlDocument) => T): T {
  if (/<!DOCTYPE/i.test(withoutCData(xml))) throw new Error("XML with a DOCTYPE is not read");
  const document = XmlDocument.fromString(xml);
  try {
    return read(document);
  } finally {
    document.dispose();
  }
}

const withoutCData = (xml: string): string => xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");

const wrap = (node: XmlElement): ReadXml => ({
  text: (name) => node.get(compiled(`${named(name)}[1]`))?.content.trim() ?? null,
  all: (name) => elements(node.find(compiled(named(name)))).map(wrap),
  attribute: (name) => node.attr(name)?.content ?? null,
  content: node.content,
});

// Names are our own constants, never data.
const named = (name: string): string => `descendant::*[local-name()='${name}']`;

/** Compiling a path takes longer than following it. Kept, for there are as many as names in our own files. */
function compiled(path: string): XmlXPath {
  const known = PATHS.get(path);
  if (known) return known;
  const fresh = XmlXPath.compile(path);
  PATHS.set(path, fresh);
  return fresh;
}

const PATHS = new Map<string, XmlXPath>();

const elements = (nodes: XmlNode[]): XmlElement[] => nodes.filter((node) => node instanceof XmlElement);
