import type { DocumentTotals } from "~/domain/document/document";
import type { SaleOrder } from "~/domain/order/order";
import type { Refund } from "~/domain/order/refund";

type Sold = Pick<SaleOrder, "lines" | "removedLines">;

/** A refund as far as it is about what an invoice bears: for a gift card that was left off it there is nothing to credit. */
export function invoicedRefund(refund: Refund, { lines, removedLines }: Sold, invoice: Pick<DocumentTotals, "lines">): Refund {
  const isLeftOff = (lineId: string) =>
    [...lines, ...removedLines].some(({ id, isGiftCard }) => id === lineId && isGiftCard) &&
    !invoice.lines.some(({ ref }) => ref.kind === "line" && ref.id === lineId);
  return { ...refund, lines: refund.lines.filter(({ lineId }) => !isLeftOff(lineId)) };
}
