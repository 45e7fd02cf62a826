import type { XmlElement, XmlOutputBufferHandler } from "libxml2-wasm";
import { child, withXml } from "./xml";

/** Inclusive C14N 1.0 without comments of an element and what is in it, with the namespaces it inherits. */
export function canonical(element: XmlElement): Buffer {
  const chunks: Buffer[] = [];
  const collect: XmlOutputBufferHandler = {
    write(chunk) {
      chunks.push(Buffer.from(chunk)); // copied: the chunk lies in the parser's memory
      return chunk.byteLength;
    },
    close: () => true,
  };
  element.doc.canonicalize(collect, { nodeSet: new Set([element]) });
  return Buffer.concat(chunks);
}

/** The enveloped-signature transform followed by C14N of the root; on a copy, because it takes the signature out. */
export function canonicalWithoutSignature(source: Uint8Array): Buffer {
  return withXml(source, (root) => {
    child(root, "ds:Signature")?.node.remove();
    return canonical(root.node);
  });
}
