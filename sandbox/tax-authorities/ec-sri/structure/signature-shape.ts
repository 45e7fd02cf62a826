import { anyText, base64, matching } from "./facets";
import { ANYTHING, misfit, type Shape } from "./shape";
import { withDescendants, type Element } from "../xml";

const id = matching(/[\p{L}_][\p{L}\p{N}._-]*/u);
// The schema lets these elements hold text besides, which nobody uses.
const algorithm: Shape = { "@Algorithm": anyText, "#text": anyText };

/** XML-DSig as far as an enveloped signature uses it; what KeyInfo and Object hold is judged when the signature is verified. */
export const signature: Shape = {
  "@Id?": id,
  "ds:SignedInfo": {
    "@Id?": id,
    "ds:CanonicalizationMethod": algorithm,
    "ds:SignatureMethod": algorithm,
    "ds:Reference+": {
      "@Id?": id,
      "@URI?": anyText,
      "@Type?": anyText,
      "ds:Transforms?": { "ds:Transform+": algorithm },
      "ds:DigestMethod": algorithm,
      "ds:DigestValue": base64,
    },
  },
  "ds:SignatureValue": { "@Id?": id, "#text": base64 },
  "ds:KeyInfo?": ANYTHING,
  "ds:Object*": ANYTHING,
};

/** What breaks the structure of a document: its shape, or an Id of the signature that is there twice. */
export function structureFault(root: Element, shape: Shape): string | undefined {
  return misfit(root, shape) ?? repeatedId(root);
}

function repeatedId(root: Element): string | undefined {
  const seen = new Set<string>();
  for (const { name, attributes, line } of withDescendants(root)) {
    const { Id } = attributes;
    if (Id === undefined || !name.startsWith("ds:")) continue;
    if (seen.has(Id)) return `${name} (línea ${line}): el Id '${Id}' está repetido`;
    seen.add(Id);
  }
  return undefined;
}
