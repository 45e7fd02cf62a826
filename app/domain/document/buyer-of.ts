import type { Buyer, DocumentInput } from "./document";

/** The buyer of an invoice or a credit note; a dispatch guide has recipients instead, and nobody asks for its buyer. */
export function buyerOf(input: DocumentInput): Buyer {
  if (input.kind === "dispatch_guide") throw new Error("a dispatch guide has no buyer");
  return input.buyer;
}
