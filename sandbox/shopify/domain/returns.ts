import { Refusal, tell, type Core } from "./core.ts";
import type { Line, Order, Return, Shop } from "./state.ts";

/** The merchant (or the buyer, to be approved) opens a return of units that had been sent. */
export function openReturn(
  core: Core,
  shop: Shop,
  order: Order,
  wish: { lines: { line: Line; quantity: number }[]; isRequest: boolean },
): string[] {
  for (const { line, quantity } of wish.lines)
    if (quantity < 1 || quantity > line.currentQuantity)
      throw new Refusal(`Only ${line.currentQuantity} of "${line.title}" can be returned`, ["lines"]);
  order.returns.push({
    id: core.world.newId(),
    name: `#${order.number}-R${order.returns.length + 1}`,
    status: wish.isRequest ? "requested" : "open",
    createdAt: core.world.now().toISOString(),
    lines: wish.lines.map(({ line, quantity }) => ({ id: core.world.newId(), lineId: line.id, quantity })),
  });
  const topic = wish.isRequest ? "returns/request" : "returns/approve";
  return tell(core, shop, order, wish.isRequest ? "Return requested" : "Return opened", topic, "orders/updated");
}

const moves = {
  approve: { from: "requested", to: "open", topic: "returns/approve" },
  decline: { from: "requested", to: "declined", topic: "returns/decline" },
  cancel: { from: "open", to: "canceled", topic: "returns/cancel" },
  close: { from: "open", to: "closed", topic: "returns/close" },
} as const;
export type ReturnMove = keyof typeof moves;
export const returnMoves = Object.keys(moves) as [ReturnMove, ...ReturnMove[]];

/** Moves the order's latest return on. */
export function moveReturn(core: Core, shop: Shop, order: Order, move: ReturnMove): string[] {
  const { from, to, topic } = moves[move];
  const last: Return | undefined = order.returns.at(-1);
  if (last?.status !== from) throw new Refusal(`There is no ${from} return`, ["move"]);
  last.status = to;
  return tell(core, shop, order, `Return ${to}`, topic, "orders/updated");
}

export function returnStatus(order: Order): "NO_RETURN" | "RETURN_REQUESTED" | "IN_PROGRESS" | "RETURNED" {
  const statuses = order.returns.map((one) => one.status);
  if (statuses.includes("open")) return "IN_PROGRESS";
  if (statuses.includes("requested")) return "RETURN_REQUESTED";
  return statuses.includes("closed") ? "RETURNED" : "NO_RETURN";
}
