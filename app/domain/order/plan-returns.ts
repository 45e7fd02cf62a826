import type { DeliveryState } from "~/domain/delivery/states";
import type { Units } from "./fulfillment";
import type { OrderReturn } from "./order-return";
import type { WayMethod } from "./way";

/** A delivery that fetches a return's goods. */
type Reverse = { id: string; returnGid?: string | null; state: DeliveryState; lines: readonly Units[]; owesRest: boolean };
/** A delivery that brought some out. */
type Outward = { method: WayMethod; state: DeliveryState; lines: readonly Units[] };
type Known = { reverse: readonly Reverse[]; outward: readonly Outward[]; installedAt: Date };

export type ReturnPlan = {
  /** Returns whose goods are to be fetched, and that nobody fetches yet. */
  fresh: OrderReturn[];
  /** Other goods than was said before. */
  changed: { id: string; lines: Units[] }[];
  /** There is nothing to fetch any more. */
  ended: { id: string; code: "return_cancelled" | "return_closed" }[];
  /** Closed before, and open again. */
  again: { id: string; lines: Units[] }[];
  /** Its goods are with the courier, and the return is none any more. */
  orphaned: string[];
};

const IS_OVER = new Set<DeliveryState>(["delivered", "returned", "cancelled"]);

/** What an order's returns, as Shopify has them now, mean for the deliveries that fetch their goods. Any number of times the same. */
export function planReturns(returns: readonly OrderReturn[], { reverse, outward, installedAt }: Known): ReturnPlan {
  const plan: ReturnPlan = { fresh: [], changed: [], ended: [], again: [], orphaned: [] };
  for (const one of returns)
    if (one.status === "OPEN" && !reverse.some(({ returnGid }) => returnGid === one.gid) && isOurs(one, outward, installedAt))
      plan.fresh.push(one);
  for (const delivery of reverse) follow(plan, delivery, returns.find(({ gid }) => gid === delivery.returnGid) ?? null);
  return plan;
}

/**
 * We fetch what our courier brought, unless somebody has said already how it comes back. A return that is older than the installation was
 * looked after otherwise.
 */
function isOurs({ lines, createdAt, trackingNumbers }: OrderReturn, outward: readonly Outward[], installedAt: Date): boolean {
  if (lines.length === 0 || trackingNumbers.length > 0 || new Date(createdAt) < installedAt) return false;
  const brought = outward.filter(({ method, state }) => method === "courier" && state === "delivered");
  return brought.some((one) => one.lines.length === 0 || one.lines.some(({ lineId }) => lines.some((unit) => unit.lineId === lineId)));
}

function follow(plan: ReturnPlan, { id, state, lines, owesRest }: Reverse, one: OrderReturn | null): void {
  if (one?.status === "OPEN") {
    if (state === "cancelled") plan.again.push({ id, lines: one.lines });
    else if (!IS_OVER.has(state) && !isSame(lines, one.lines)) plan.changed.push({ id, lines: one.lines });
    return;
  }
  const code = one?.status === "CLOSED" ? "return_closed" : "return_cancelled";
  if (!IS_OVER.has(state)) plan.ended.push({ id, code });
  else if (state === "delivered" && owesRest && code === "return_cancelled") plan.orphaned.push(id);
}

const isSame = (a: readonly Units[], b: readonly Units[]): boolean =>
  a.length === b.length && a.every(({ lineId, quantity }) => b.some((one) => one.lineId === lineId && one.quantity === quantity));
