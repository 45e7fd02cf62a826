import type { Fulfillment, FulfillmentOrder, Units } from "./fulfillment";

export type ShippedUnits = { fulfillment: Fulfillment; lines: Units[] };

/**
 * Which units of each fulfilment order (by gid) each shipment took. Shopify tells a shipment's lines without saying which fulfilment order
 * gave them: of several, each gives what it has, in turn.
 */
export function unitsShipped(orders: readonly FulfillmentOrder[], fulfillments: readonly Fulfillment[]): Map<string, ShippedUnits[]> {
  const inOrder = new Map(orders.map(({ gid, lines }) => [gid, quantities(lines)]));
  const shipped = new Map<string, ShippedUnits[]>();
  for (const fulfillment of fulfillments.filter(({ status }) => status !== "CANCELLED" && status !== "ERROR" && status !== "FAILURE")) {
    const sent = quantities(fulfillment.lines);
    for (const gid of fulfillment.fulfillmentOrderGids) {
      const lines = take(sent, inOrder.get(gid) ?? new Map<string, number>());
      if (lines.length > 0) shipped.set(gid, [...(shipped.get(gid) ?? []), { fulfillment, lines }]);
    }
  }
  return shipped;
}

/** Units by line. */
export function quantities(lines: readonly Units[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of lines) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return sums;
}

/** Takes what both have, off both. */
export function take(sent: Map<string, number>, held: Map<string, number>): Units[] {
  return [...sent].flatMap(([lineId, wanted]) => {
    const quantity = Math.min(wanted, held.get(lineId) ?? 0);
    if (quantity === 0) return [];
    sent.set(lineId, wanted - quantity);
    held.set(lineId, held.get(lineId)! - quantity);
    return [{ lineId, quantity }];
  });
}

export const unitsIn = (held: ReadonlyMap<string, number>): Units[] =>
  [...held].filter(([, quantity]) => quantity > 0).map(([lineId, quantity]) => ({ lineId, quantity }));
