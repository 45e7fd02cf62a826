import { XmlDocument, XmlElement } from "libxml2-wasm";

type Facts = { [name: string]: unknown };

/**
 * An XML answer as plain values for `shapeOf`: elements by local name, the namespace's address kept where it changes, repeated elements as
 * lists. A DOCTYPE is not read: the answer comes from outside.
 */
export function xmlFacts(xml: string): unknown {
  if (/<!DOCTYPE/i.test(xml)) return { unreadable: true };
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(xml);
  } catch {
    return { unreadable: true }; // a page of a proxy, say: the report tells
  }
  try {
    return { [document.root.name]: factsOf(document.root, "") };
  } finally {
    document.dispose();
  }
}

function factsOf(element: XmlElement, outer: string): unknown {
  const namespace = element.namespaceUri;
  const inside: Facts = namespace === outer ? {} : { [`xmlns:${hostAndPath(namespace)}`]: true };
  const children = childrenOf(element);
  if (children.length === 0) return Object.keys(inside).length > 0 && element.content === "" ? inside : element.content.trim();
  for (const child of children) {
    const value = factsOf(child, namespace);
    const known = inside[child.name];
    inside[child.name] = known === undefined ? value : [known, value].flat();
  }
  return inside;
}

const hostAndPath = (namespace: string): string => namespace.replace(/^https?:\/\//, "").replace(/\W/g, "-") || "none";

function childrenOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) if (node instanceof XmlElement) found.push(node);
  return found;
}
