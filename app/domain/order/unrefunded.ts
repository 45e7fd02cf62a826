import type { Units } from "./fulfillment";
import type { Refund } from "./refund";

/** Of units that came back by a return those that no refund names since the return was opened. */
export function unrefunded(units: readonly Units[], refunds: readonly Pick<Refund, "createdAt" | "lines">[], since: string): Units[] {
  const later = refunds.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(since)).flatMap(({ lines }) => lines);
  return units.flatMap(({ lineId, quantity }) => {
    const given = later.filter((line) => line.lineId === lineId).reduce((sum, line) => sum + line.quantity, 0);
    return quantity > given ? [{ lineId, quantity: quantity - given }] : [];
  });
}
