import type { Money } from "~/domain/money/money";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import { bearsPayment, standing, type Sibling } from "./bearers";
import { carriedBy } from "./carried";
import { worthRefused, type Refused } from "./refusal";
import { pendingRefused } from "./refused-units";

/**
 * What couriers say to have collected for an order and Shopify does not count as paid by our word yet, in minor units of its currency; and what
 * each of its deliveries brought, by its id, whether Shopify counts it or not.
 */
export type Taken = { minor: number; byDelivery: Readonly<Record<string, number>> };
export const NOTHING_TAKEN: Taken = { minor: 0, byDelivery: {} };

/** A delivery among its order's, with what of it was not taken. */
export type Bearing = Sibling & { lines?: readonly Units[]; refused?: readonly Refused[] };
/** `siblings`: the order's ways out. */
export type AtDoor = { siblings: readonly Bearing[]; taken: Taken };

/** Only cash on delivery is collected at the door, and of it only what Shopify says to be owed. */
export const amountToCollect = ({
  paymentType,
  outstandingMinor,
  currency,
}: Pick<SaleOrder, "paymentType" | "outstandingMinor" | "currency">): Money | null =>
  paymentType === "cash_on_delivery" && outstandingMinor > 0 ? { minor: outstandingMinor, currency } : null;

/**
 * What is still owed for an order at the door, in minor units: what Shopify asks for, without what couriers have for it already, and without what
 * was not taken and is still on the order. So the same money is asked for once, also until Shopify has heard of it.
 */
export function stillOwed(sale: SaleOrder, { siblings, taken }: AtDoor): number {
  const asked = amountToCollect(sale)?.minor ?? 0;
  return asked === 0 ? 0 : Math.max(0, asked - Math.max(0, taken.minor) - worthNotTaken(sale, siblings));
}

/**
 * What is to be collected with one of an order's deliveries; 0: nothing, or it is with another. Of one that is delivered: what was to be, its own
 * report apart.
 */
export function amountDue(sale: SaleOrder, id: string, { siblings, taken }: AtDoor): number {
  const asOpen = siblings.map((one): Bearing => (one.id === id ? beforeReport(one) : one));
  if (bearsPayment(asOpen)?.id !== id) return 0;
  const own = Math.max(0, taken.byDelivery[id] ?? 0);
  return stillOwed(sale, { siblings: asOpen, taken: { ...taken, minor: taken.minor - Math.min(own, Math.max(0, taken.minor)) } });
}

const beforeReport = (one: Bearing): Bearing =>
  one.state === "delivered" ? { ...one, state: "out_for_delivery", deliveredAt: null, refused: [] } : one;

/** Of what each of them was not taken of, as far as it is still on the order, by its own door's reckoning. */
function worthNotTaken(sale: SaleOrder, siblings: readonly Bearing[]): number {
  if (siblings.every(({ refused = [] }) => refused.length === 0)) return 0;
  const all = siblings.map((one) => ({ ...one, lines: one.lines ?? [], refused: one.refused ?? [], deliveredAt: one.deliveredAt ?? null }));
  const left = new Map(pendingRefused(sale.lines, all).map(({ lineId, quantity }) => [lineId, quantity]));
  return standing(all).reduce((sum, { lines, refused }) => {
    const own = refused.map(({ lineId, quantity }) => {
      const units = Math.min(quantity, left.get(lineId) ?? 0);
      left.set(lineId, (left.get(lineId) ?? 0) - units);
      return { lineId, quantity: units };
    });
    return sum + worthRefused(carriedBy(lines, sale), own);
  }, 0);
}
