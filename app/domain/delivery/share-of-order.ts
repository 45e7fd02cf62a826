import { shareOut } from "~/domain/document/allocate";
import type { Units } from "~/domain/order/fulfillment";
import type { OrderLine, SaleOrder } from "~/domain/order/order";
import { bearsShipping, standing, type Sibling } from "./bearers";

/** What of an order its deliveries share. */
export type Shared = Pick<SaleOrder, "totalMinor" | "taxesIncluded"> & {
  lines: readonly Pick<OrderLine, "id" | "quantity" | "netMinor" | "taxLines">[];
};
type Carrying = Sibling & { lines: readonly Units[] };

/** A delivery's part of its order. `orderMinor`: of what the order comes to, with tax; `isWhole`: no other has any of it. */
export type Share = { orderMinor: number; bearsShipping: boolean; isWhole: boolean };

/** What does not stand any more has no part: its goods are another delivery's, or off the order. */
const NOTHING: Share = { orderMinor: 0, bearsShipping: false, isWhole: false };

/**
 * Each standing delivery's part, by its id, in minor units: the goods it carries after discounts, and with the one that bears shipping
 * whatever no delivery carries (shipping, tip, fees, downloads). The parts add up to the order's total.
 */
export function sharesOf(sale: Shared, siblings: readonly Carrying[]): Map<string, Share> {
  const all = standing(siblings);
  const bearer = bearsShipping(all);
  const parts = partsOf(sale, all, bearer ? all.indexOf(bearer) : 0);
  return new Map(
    all.map(({ id }, at) => [id, { orderMinor: Number(parts[at]), bearsShipping: id === bearer?.id, isWhole: all.length === 1 }]),
  );
}

/** One delivery's part among its order's. */
export const shareOf = (sale: Shared, id: string, siblings: readonly Carrying[]): Share => sharesOf(sale, siblings).get(id) ?? NOTHING;

function partsOf({ totalMinor, lines, taxesIncluded }: Shared, all: readonly Carrying[], rest: number): bigint[] {
  const goods = all.map(() => 0n);
  for (const line of lines) {
    const carried = all.map((one) => unitsOf(one.lines, line.id));
    const left = Math.max(0, line.quantity - carried.reduce((sum, units) => sum + units, 0));
    const parts = shareOut(BigInt(worthOf(line, taxesIncluded)), [...carried, left].map(BigInt));
    for (const at of goods.keys()) goods[at]! += parts[at]!;
  }
  const left = BigInt(totalMinor) - goods.reduce((sum, part) => sum + part, 0n);
  // The order comes to less than its goods: what was taken off them names no line.
  if (left < 0n) return shareOut(BigInt(Math.max(0, totalMinor)), goods);
  return goods.map((part, at) => (at === rest ? part + left : part));
}

/** What is paid for a line's units that are still on the order. */
const worthOf = ({ netMinor, taxLines }: Shared["lines"][number], taxesIncluded: boolean): number =>
  Math.max(0, netMinor + (taxesIncluded ? 0 : taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)));

const unitsOf = (units: readonly Units[], id: string): number =>
  units.filter(({ lineId }) => lineId === id).reduce((sum, { quantity }) => sum + quantity, 0);
