import type { DocumentHead } from "~/domain/document/document";
import type { BuiltDocument, Problem } from "../pack";
import { element, XML_DECLARATION, type Xml } from "../shared/xml";
import { documentNumber } from "./access-key";
import { LARGEST_AMOUNT_MINOR } from "./amounts";

/** What the signature refers to; the schemas allow no other id. */
export const ROOT_ID = "comprobante";

/** A document from its root's parts, which come in the schema's order. */
export function built(
  head: DocumentHead,
  key: string,
  root: { name: string; version: string },
  parts: readonly (Xml | null)[],
): BuiltDocument {
  const document = element(root.name, parts, { id: ROOT_ID, version: root.version });
  return { xml: `${XML_DECLARATION}\n${document}`, accessKey: key, number: documentNumber(head.series, head.sequence) };
}

/** What SRI's amounts can't say: another currency than the dollar, or more than fourteen digits. */
export function moneyProblem(currency: string, largestMinor: number): Problem | null {
  if (currency !== "USD") return { code: "currency_not_supported", params: { currency } };
  return largestMinor > LARGEST_AMOUNT_MINOR ? { code: "amount_too_large" } : null;
}
