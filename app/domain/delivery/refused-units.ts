import type { Units } from "~/domain/order/fulfillment";
import type { Refund } from "~/domain/order/refund";
import type { DeliveryState } from "./states";
import type { Refused } from "./refusal";

type Carrying = { state: DeliveryState; lines: readonly Units[]; refused: readonly Refused[]; deliveredAt: Date | null };
type Bearing = { lines: readonly { ref: { kind: string; id: string }; quantity: number }[] };

const sum = (units: readonly Units[], id: string): number =>
  units.filter(({ lineId }) => lineId === id).reduce((all, { quantity }) => all + quantity, 0);

/** What a delivery's recipient took of a line, or is still to take. */
function acceptedOf({ lines, refused }: Carrying, id: string): number {
  const own = refused.find(({ lineId }) => lineId === id);
  return own ? own.carried - own.quantity : sum(lines, id);
}

/** What of a delivery is invoiced with it. */
export const acceptedUnits = (delivery: Carrying): Units[] =>
  delivery.lines.map(({ lineId }) => ({ lineId, quantity: acceptedOf(delivery, lineId) }));

const lineIds = (deliveries: readonly Carrying[]): string[] => [
  ...new Set(deliveries.flatMap(({ refused }) => refused.map(({ lineId }) => lineId))),
];
/** Shopify and we round each by itself what of a line was not taken, where its price comes without tax: so much may lie between, in minor units. */
export const roundingOf = (deliveries: readonly Pick<Carrying, "refused">[]): number =>
  new Set(deliveries.flatMap(({ refused }) => refused.map(({ lineId }) => lineId))).size;

const acceptedByAll = (deliveries: readonly Carrying[], id: string): number =>
  deliveries.filter(({ state }) => state !== "cancelled" && state !== "returned").reduce((all, one) => all + acceptedOf(one, id), 0);
const refusedByAll = (deliveries: readonly Carrying[], id: string): number =>
  deliveries.reduce((all, { refused }) => all + sum(refused, id), 0);

/** Units that were refused and are still on the order: the shop has neither refunded them nor taken them off. */
export const pendingRefused = (lines: readonly { id: string; quantity: number }[], deliveries: readonly Carrying[]): Units[] =>
  lineIds(deliveries).flatMap((lineId) => {
    const onOrder = lines.find(({ id }) => id === lineId)?.quantity ?? 0;
    const quantity = Math.min(refusedByAll(deliveries, lineId), Math.max(0, onOrder - acceptedByAll(deliveries, lineId)));
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/**
 * An order's refunds without what gives back units that were refused and that no invoice bears: there is nothing to credit for those. Each
 * refund since the delivery takes of them first.
 */
export function withoutRefused(refunds: readonly Refund[], deliveries: readonly Carrying[], invoices: readonly Bearing[]): Refund[] {
  const left = new Map(lineIds(deliveries).map((id) => [id, leftOff(id, deliveries, invoices)]));
  const since = Math.min(...deliveries.filter(({ refused }) => refused.length > 0).map(({ deliveredAt }) => deliveredAt?.getTime() ?? 0));
  return refunds.map((refund) => {
    if (left.size === 0 || Date.parse(refund.createdAt) < since) return refund;
    let leftOffHere = 0;
    const lines = refund.lines.flatMap((part) => {
      const taken = Math.min(part.quantity, left.get(part.lineId) ?? 0);
      left.set(part.lineId, (left.get(part.lineId) ?? 0) - taken);
      if (taken === 0) return [part];
      leftOffHere += 1;
      const share = (minor: number) => minor - Math.floor((minor * taken) / part.quantity);
      const rest = { ...part, quantity: part.quantity - taken, netMinor: share(part.netMinor), taxMinor: share(part.taxMinor) };
      return rest.quantity > 0 ? [rest] : [];
    });
    // What was rounded otherwise than by the invoice that left them out is no money that was given back, or kept.
    const isRounding = Math.abs(refund.adjustmentMinor) <= leftOffHere;
    return { ...refund, lines, adjustmentMinor: isRounding ? 0 : refund.adjustmentMinor };
  });
}

/** Refused before it was invoiced: what the invoices bear beyond what was accepted had been invoiced before. */
function leftOff(id: string, deliveries: readonly Carrying[], invoices: readonly Bearing[]): number {
  const invoiced = invoices
    .flatMap(({ lines }) => lines)
    .filter(({ ref }) => ref.kind === "line" && ref.id === id)
    .reduce((all, { quantity }) => all + quantity, 0);
  return Math.max(0, refusedByAll(deliveries, id) - Math.max(0, invoiced - acceptedByAll(deliveries, id)));
}
