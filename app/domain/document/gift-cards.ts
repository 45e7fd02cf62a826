import type { OrderLine, SaleOrder } from "~/domain/order/order";

export const GIFT_CARD_RULES = ["on_redemption", "on_sale"] as const;
/** When a sold gift card is invoiced: it is no supply until somebody buys with it, unless the accountant treats it as one. */
export type GiftCardRule = (typeof GIFT_CARD_RULES)[number];

type Sold = Pick<SaleOrder, "lines" | "totalMinor" | "taxesIncluded">;

const taxOf = ({ taxLines }: OrderLine): number => taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** The part of an order that is invoiced: without the gift cards it sells where those are invoiced when they are redeemed, and its total as much less. */
export function invoicedPart<S extends Sold>(sale: S, rule: GiftCardRule): S {
  if (rule === "on_sale") return sale;
  const cards = sale.lines.filter(({ isGiftCard }) => isGiftCard);
  const paid = cards.reduce((sum, line) => sum + line.netMinor + (sale.taxesIncluded ? 0 : taxOf(line)), 0);
  return { ...sale, lines: sale.lines.filter(({ isGiftCard }) => !isGiftCard), totalMinor: sale.totalMinor - paid };
}
