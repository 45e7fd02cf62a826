import { createHash } from "node:crypto";
import { XmlElement, type XmlDocument } from "libxml2-wasm";
import type { FaultCode, VerificationFault, VerifiedReference } from "./verification";
import { attributeAt, base64Of, canonical, DIGEST_HASHES, elementsAt, pathOf, textAt } from "./verify-nodes";

const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
export const INCLUSIVE_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
/** XAdES wants two or three; each costs one canonicalisation. */
const MOST_REFERENCES = 8;

type Checked = { reference: VerifiedReference; fault: VerificationFault | null };
type Wanted = { uri: string; transforms: string[]; digestMethod: string; digest: Buffer | null };

/**
 * Follows every ds:Reference of a signature and compares its digest. Takes the signature out of the document where a reference asks for it:
 * look at nothing of it afterwards.
 */
export function checkReferences(
  document: XmlDocument,
  signature: XmlElement,
): { references: VerifiedReference[]; faults: VerificationFault[] } {
  const nodes = elementsAt(signature, "ds:SignedInfo/ds:Reference");
  if (nodes.length > MOST_REFERENCES) return { references: [], faults: [{ fault: "too_many_references", where: "SignedInfo" }] };
  const wanted = nodes.map(readReference);
  const checked: Checked[] = [];
  const check = (isEnveloped: boolean) =>
    wanted.forEach((one, index) => {
      if (one.transforms.includes(ENVELOPED) === isEnveloped) checked[index] = checkReference(document, one);
    });
  check(false);
  if (wanted.some(({ transforms }) => transforms.includes(ENVELOPED))) {
    signature.remove();
    check(true);
  }
  return { references: checked.map(({ reference }) => reference), faults: checked.flatMap(({ fault }) => fault ?? []) };
}

const readReference = (node: XmlElement): Wanted => ({
  uri: node.attr("URI")?.content ?? "",
  transforms: elementsAt(node, "ds:Transforms/ds:Transform").map((transform) => transform.attr("Algorithm")?.content ?? ""),
  digestMethod: attributeAt(node, "ds:DigestMethod", "Algorithm"),
  digest: base64Of(textAt(node, "ds:DigestValue")),
});

function checkReference(document: XmlDocument, { uri, transforms, digestMethod, digest }: Wanted): Checked {
  const fault = (code: FaultCode, covers: string | null = null): Checked => ({
    reference: { uri, covers, holds: false },
    fault: { fault: code, where: uri },
  });
  const hash = DIGEST_HASHES[digestMethod];
  if (!hash || !areKnown(transforms)) return fault("algorithm_not_supported");
  const [target, another] = targets(document, uri);
  if (!target) return fault("reference_missing");
  // An id that is there twice would let the signature cover another element than the one that is read.
  if (another) return fault("reference_ambiguous");
  const covers = pathOf(target);
  const content = uri === "" ? document.canonicalizeToString() : canonical(target, document);
  const isSame = digest?.equals(createHash(hash).update(content).digest()) ?? false;
  return isSame ? { reference: { uri, covers, holds: true }, fault: null } : fault("digest_differs", covers);
}

const areKnown = ([first, ...rest]: string[]): boolean =>
  (first === undefined || first === ENVELOPED || first === INCLUSIVE_C14N) && rest.every((transform) => transform === INCLUSIVE_C14N);

/** The elements a same-document URI names: "" is the root, "#id" whoever bears that id. Nothing outside the document is ever read. */
function targets(document: XmlDocument, uri: string): XmlElement[] {
  if (uri === "") return [document.root];
  if (!uri.startsWith("#")) return [];
  const bearers = document.find("//@Id | //@id | //@ID | //@xml:id").filter((attribute) => attribute.content === uri.slice(1));
  return bearers.flatMap(({ parent }) => (parent instanceof XmlElement ? [parent] : []));
}
