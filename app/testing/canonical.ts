import { XmlDocument } from "libxml2-wasm";

/** What a canonicaliser that we didn't write makes of a document: C14N 1.0 without comments. */
export function canonicalised(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString();
  } finally {
    document.dispose();
  }
}
