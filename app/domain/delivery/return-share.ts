import { shareOut } from "~/domain/document/allocate";
import type { Units } from "~/domain/order/fulfillment";
import type { OrderLine, SaleOrder } from "~/domain/order/order";
import type { Share } from "./share-of-order";

type Sold = Pick<SaleOrder, "lines" | "removedLines" | "taxesIncluded">;

/**
 * What the commission for fetching a return's goods is reckoned on, by the same rule as a delivery's: what was paid for the goods, and the
 * zone's price, which nobody is charged for it. As ordered, so that a refund that comes before the courier takes nothing from their pay.
 */
export function returnShare(units: readonly Units[], { lines, removedLines, taxesIncluded }: Sold): Share {
  const orderMinor = units.reduce((sum, { lineId, quantity }) => {
    const line = [...lines, ...removedLines].find(({ id }) => id === lineId);
    return sum + (line ? worthOf(line, quantity, taxesIncluded) : 0);
  }, 0);
  return { orderMinor, bearsShipping: true, isWhole: true };
}

function worthOf(line: OrderLine, quantity: number, taxesIncluded: boolean): number {
  const { orderedNetMinor, orderedTaxLines, orderedQuantity } = line;
  const gross = orderedNetMinor + (taxesIncluded ? 0 : orderedTaxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
  const own = Math.min(quantity, orderedQuantity);
  return own === 0 ? 0 : Number(shareOut(BigInt(Math.max(0, gross)), [BigInt(own), BigInt(orderedQuantity - own)])[0]);
}
