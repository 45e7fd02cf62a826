/** Who says something of a hand-over. */
export type Side = "courier" | "shop";

/** Cash given by a courier to the shop, as each side counted it, in minor units; null: that side has said nothing yet. */
export type Counted = { courierMinor: number | null; shopMinor: number | null };

/** `awaits_shop`, `awaits_courier`: one side has spoken; `differs`: both, differently; `agreed`: it counts; `void`: nothing was handed over. */
export type HandOverState = "awaits_shop" | "awaits_courier" | "differs" | "agreed" | "void";

/** Nothing counts before both sides say the same. Who spoke first takes it back by saying nothing was handed over. */
export function handOverState({ courierMinor, shopMinor }: Counted): HandOverState {
  if (courierMinor === shopMinor) return courierMinor ? "agreed" : "void";
  if (shopMinor === null) return courierMinor === 0 ? "void" : "awaits_shop";
  if (courierMinor === null) return shopMinor === 0 ? "void" : "awaits_courier";
  return "differs";
}

export const isOver = (counted: Counted): boolean => ["agreed", "void"].includes(handOverState(counted));

/** What a side counted, first or anew; a hand-over that is over stays as it was. */
export function counted<C extends Counted>(handOver: C, side: Side, minor: number): C {
  const isSaid = handOver.courierMinor !== null || handOver.shopMinor !== null;
  if (isSaid && isOver(handOver)) return handOver;
  return side === "courier" ? { ...handOver, courierMinor: minor } : { ...handOver, shopMinor: minor };
}
