import { shareOut } from "~/domain/document/allocate";
import type { Units } from "~/domain/order/fulfillment";
import type { OrderLine, SaleOrder } from "~/domain/order/order";
import type { Carried } from "./refusal";

type Sold = Pick<SaleOrder, "lines" | "removedLines" | "taxesIncluded">;

/** What a delivery has with it, line by line. Where Shopify has not said yet what goes by which way, all of it goes along. */
export function carriedBy(units: readonly Units[], sale: Sold): (Carried & { title: string })[] {
  const { lines, removedLines, taxesIncluded } = sale;
  if (units.length === 0)
    return lines
      .filter(({ requiresShipping }) => requiresShipping)
      .map((line) => ({ lineId: line.id, title: line.title, quantity: line.quantity, grossMinor: grossOf(line, taxesIncluded) }));
  return units.flatMap(({ lineId, quantity }) => {
    const line = [...lines, ...removedLines].find(({ id }) => id === lineId);
    return line ? [{ lineId, title: line.title, quantity, grossMinor: grossOfUnits(line, quantity, taxesIncluded) }] : [];
  });
}

const grossOf = ({ netMinor, taxLines }: OrderLine, taxesIncluded: boolean): number =>
  Math.max(0, netMinor + (taxesIncluded ? 0 : taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)));

/** Of a line on several deliveries each has its part; what was taken off the order meanwhile is paid no more. */
function grossOfUnits(line: OrderLine, quantity: number, taxesIncluded: boolean): number {
  const own = Math.min(quantity, line.quantity);
  return Number(shareOut(BigInt(grossOf(line, taxesIncluded)), [BigInt(own), BigInt(line.quantity - own)])[0]);
}
