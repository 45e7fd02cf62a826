import { parseMinor } from "~/domain/money/money";
import type { Entry } from "./entry";

type Collected = Pick<Entry, "minor" | "currency" | "how">;
type Happened = { type: string; reason?: { code: string; params?: Record<string, string | number> } | null };

const sumOf = (entries: readonly Collected[]): number => entries.reduce((sum, { minor }) => sum + minor, 0);

/** What was collected for an order and Shopify does not count as paid by our word yet, in minor units of a currency: the same money pays once. */
export function collectedBeyond(collected: readonly Collected[], events: readonly Happened[], currency: string): number {
  const marked = events.flatMap(({ type, reason }) => {
    const { amount, currency: of } = (type === "payment" && reason?.code === "marked_paid" && reason.params) || {};
    return amount !== undefined && of === currency ? [parseMinor(String(amount), currency)] : [];
  });
  return sumOf(collected.filter((entry) => entry.currency === currency)) - marked.reduce((sum, minor) => sum + minor, 0);
}

/** More banknotes for one order than the law lets be paid; `limitMinor` null: it says nothing. */
export const isCashAbove = (collected: readonly Collected[], currency: string, limitMinor: number | null): boolean =>
  limitMinor !== null && sumOf(collected.filter((entry) => entry.currency === currency && entry.how === "cash")) > limitMinor;
