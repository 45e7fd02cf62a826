import { PermanentFailure } from "~/ports/failures";
import type { Worded } from "~/ports/records";

/** Shopify refused what we wrote on an order, and why, for a person to see; null: another failure. */
export const refusalOf = (error: unknown): Worded | null =>
  error instanceof PermanentFailure && error.code === "shopify_refused"
    ? { code: error.code, params: { reason: String(error.params.reason ?? "") } }
    : null;

export const isRefusal = (attention: Worded | null): boolean => attention?.code === "shopify_refused";
