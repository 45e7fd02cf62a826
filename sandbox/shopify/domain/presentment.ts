import { divideHalfUp, type Cents } from "./cents.ts";
import type { Order } from "./order-state.ts";

export type Currencies = Pick<Order, "currency" | "presentment">;
const MILLION = 1_000_000;

/** An amount in the currency the shopper saw, rounded half up to its cent at the order's own rate. */
export function presented(cents: Cents, { currency, presentment }: Currencies): { cents: Cents; currency: string } {
  if (!presentment) return { cents, currency };
  return { cents: divideHalfUp(cents * presentment.rateMillionths, MILLION), currency: presentment.currency };
}

export const presentmentCurrency = ({ currency, presentment }: Currencies): string => presentment?.currency ?? currency;
