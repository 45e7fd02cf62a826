import { divideHalfUp, spread, type Cents } from "./cents.ts";
import type { Draft, DraftLine } from "./draft.ts";
import type { Line, Shipping } from "./order-state.ts";
import { TAX_RATE_BASIS_POINTS } from "./tax.ts";

const afterOwnDiscount = (line: DraftLine): Cents => line.unitPrice * line.quantity - (line.ownDiscount ?? 0);

/** The order's discount in cents; it comes off what the lines cost after their own discounts. */
export function discountOf(draft: Pick<Draft, "discount" | "lines">): Cents {
  if (!draft.discount) return 0;
  const subtotal = draft.lines.reduce((sum, line) => sum + afterOwnDiscount(line), 0);
  if ("amount" in draft.discount) return Math.min(draft.discount.amount, subtotal);
  // Percent with up to two decimals, as whole basis points.
  return Math.min(divideHalfUp(subtotal * Math.round(Number(draft.discount.percentage) * 100), 10_000), subtotal);
}

/** The draft's lines with ids and each line's part of the discount. */
export function priceLines(draft: Pick<Draft, "lines" | "discount">, newId: () => number): Line[] {
  const parts = spread(discountOf(draft), draft.lines.map(afterOwnDiscount));
  return draft.lines.map((line, index) => lineOf(line, { id: newId(), discount: parts[index] ?? 0 }));
}

export const lineOf = (line: DraftLine, own: Pick<Line, "id" | "discount">): Line => ({
  ...own,
  title: line.title,
  variantTitle: null,
  sku: line.sku,
  vendor: line.vendor ?? null,
  productId: line.productId ?? null,
  variantId: line.variantId ?? null,
  grams: line.grams ?? 500,
  quantity: line.quantity,
  currentQuantity: line.quantity,
  unitPrice: line.unitPrice,
  taxable: line.taxable,
  requiresShipping: line.requiresShipping ?? true,
  isGiftCard: line.isGiftCard ?? false,
  isTip: false,
  ownDiscount: line.ownDiscount ?? 0,
  taxRateBasisPoints: line.taxRateBasisPoints ?? (line.taxable ? TAX_RATE_BASIS_POINTS : 0),
});

/** A tip is a line that is neither taxed nor carried. */
export const tipLine = (id: number, tip: Cents): Line => ({
  ...lineOf(
    { title: "Tip", sku: null, quantity: 1, unitPrice: tip, taxable: false, requiresShipping: false, grams: 0 },
    { id, discount: 0 },
  ),
  isTip: true,
});

export const shippingOf = (offered: Pick<Shipping, "title" | "code" | "price" | "source">, id: number, isFree = false): Shipping => ({
  id,
  title: offered.title,
  code: offered.code,
  source: offered.source,
  price: offered.price,
  discount: isFree ? offered.price : 0,
  refunded: 0,
  taxRateBasisPoints: TAX_RATE_BASIS_POINTS,
  isRemoved: false,
});
