import type { Tax, VatTax } from "~/domain/document/tax";

/** What would have become of an order: issued; waited for somebody's data or choice; held for a contradiction; or no invoice is due. */
export const SHADOW_OUTCOMES = ["would_issue", "would_wait", "would_be_held", "no_invoice"] as const;
export type ShadowOutcome = (typeof SHADOW_OUTCOMES)[number];

/** A tax as the document states it, beside what Shopify charged at that rate. `treatment` is of value added tax alone. */
export type ShadowTax = {
  kind: Tax["kind"];
  treatment: VatTax["treatment"] | null;
  rateBasisPoints: number;
  baseMinor: number;
  taxMinor: number;
  chargedMinor: number;
};

/** A product whose rate nobody has confirmed, or that the law doesn't have. */
export type ShadowProduct = { productId: string; title: string; rateBasisPoints: number };

/**
 * One order of the month. `params`: of `code`, for its words. `totalMinor`: of what is to be invoiced. `differenceMinor`: the document's total
 * less that, where there is one.
 */
export type ShadowResult = {
  orderGid: string;
  name: string;
  placedAt: Date;
  outcome: ShadowOutcome;
  code: string | null;
  params: Record<string, string | number>;
  currency: string;
  totalMinor: number;
  differenceMinor: number | null;
  buyer: "identified" | "final_consumer" | null;
  taxes: ShadowTax[];
  /** Whose payment type nobody knows and that have no code of the authority's yet. */
  gateways: string[];
  products: ShadowProduct[];
};

const NOTHING_DUE = new Set(["order_cancelled", "order_refunded", "nothing_to_invoice", "gift_cards_only"]);
/** Somebody has to give or choose something; nothing contradicts anything. */
const DATA_MISSING = new Set(["fiscal_data_missing", "fiscal_data_invalid", "trigger_not_chosen", "issuer_missing", "issuer_data_invalid"]);

/** What becomes of an order that `code` stands in the way of; null: nothing does. */
export function outcomeUnder(code: string | null): ShadowOutcome {
  if (code === null) return "would_issue";
  if (NOTHING_DUE.has(code)) return "no_invoice";
  return DATA_MISSING.has(code) ? "would_wait" : "would_be_held";
}
