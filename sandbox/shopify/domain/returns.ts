import { applyEdit } from "./apply-edit.ts";
import { Refusal, tell, type Core } from "./core.ts";
import { nothing, partsOf, takeOff } from "./refund.ts";
import { openReverseOrder, returnable } from "./reverse.ts";
import type { EditStep } from "./edit-state.ts";
import type { Line, Order } from "./order-state.ts";
import type { Return } from "./return-state.ts";
import type { Shop } from "./state.ts";

export interface ReturnWish {
  lines: { line: Line; quantity: number }[];
  /** What goes out instead. */
  exchanges: Extract<EditStep, { kind: "add_line" }>[];
  /** The buyer asks, and the merchant has still to approve. */
  isRequest: boolean;
}

/** The merchant (or the buyer, to be approved) opens a return of units that had been sent. */
export function openReturn(core: Core, shop: Shop, order: Order, wish: ReturnWish): string[] {
  const lines = wish.lines.flatMap(({ line, quantity }) => {
    const parts = returnable(order, line, quantity);
    const found = parts.reduce((sum, part) => sum + part.quantity, 0);
    if (quantity < 1 || found < quantity) throw new Refusal(`Only ${found} of "${line.title}" can be returned`, ["lines"]);
    return parts.map((part) => ({ id: core.world.newId(), lineId: line.id, ...part }));
  });
  const one: Return = {
    id: core.world.newId(),
    name: `#${order.number}-R${order.returns.length + 1}`,
    status: wish.isRequest ? "requested" : "open",
    createdAt: core.world.now().toISOString(),
    closedAt: null,
    lines,
    exchanges: wish.exchanges.map(({ id, ...line }) => ({ id, lineId: null, quantity: line.quantity, line })),
    reverseOrder: null,
  };
  order.returns.push(one);
  if (!wish.isRequest) one.reverseOrder = openReverseOrder(core, one);
  const topic = wish.isRequest ? "returns/request" : "returns/approve";
  return tell(core, shop, order, wish.isRequest ? "Return requested" : "Return opened", topic, "orders/updated");
}

/** What comes back leaves the order without money, as an edit takes it off; what goes out instead is on it, and is to be sent. */
function process(core: Core, order: Order, { lines, exchanges }: Return): void {
  if (exchanges.length === 0 || exchanges.some(({ lineId }) => lineId !== null)) throw new Refusal("There is nothing to process", ["move"]);
  const units = lines.map(({ lineId, quantity }) => ({
    line: order.lines.find(({ id }) => id === lineId)!,
    quantity,
    restock: "return" as const,
  }));
  takeOff(core, order, { ...partsOf(core, order, { ...nothing, lines: units }), adjustment: 0, note: null });
  for (const exchange of exchanges) {
    exchange.lineId = core.world.newId();
    applyEdit(core, order, [{ ...exchange.line, id: exchange.lineId }]);
  }
}

const moves = {
  approve: { from: "requested", to: "open", topic: "returns/approve" },
  decline: { from: "requested", to: "declined", topic: "returns/decline" },
  cancel: { from: "open", to: "canceled", topic: "returns/cancel" },
  close: { from: "open", to: "closed", topic: "returns/close" },
  process: { from: "open", to: "open", topic: "returns/process" },
  reopen: { from: "closed", to: "open", topic: "returns/reopen" },
} as const;
export type ReturnMove = keyof typeof moves;
export const returnMoves = Object.keys(moves) as [ReturnMove, ...ReturnMove[]];

/** Moves the order's latest return on. */
export function moveReturn(core: Core, shop: Shop, order: Order, move: ReturnMove): string[] {
  const { from, to, topic } = moves[move];
  const last: Return | undefined = order.returns.at(-1);
  if (last?.status !== from) throw new Refusal(`There is no ${from} return`, ["move"]);
  if (move === "cancel" && last.reverseOrder?.lines.some(({ dispositions }) => dispositions.length > 0))
    throw new Refusal("A return of which units were received can't be cancelled", ["move"]);
  if (move === "process") process(core, order, last);
  last.status = to;
  last.closedAt = move === "close" ? core.world.now().toISOString() : null;
  if (move === "approve") last.reverseOrder = openReverseOrder(core, last);
  if (move === "cancel" && last.reverseOrder) last.reverseOrder.status = "CANCELED";
  return tell(core, shop, order, move === "process" ? "Return processed" : `Return ${to}`, topic, "orders/updated");
}

export function returnStatus(order: Order): "NO_RETURN" | "RETURN_REQUESTED" | "IN_PROGRESS" | "RETURNED" {
  const statuses = order.returns.map((one) => one.status);
  if (statuses.includes("open")) return "IN_PROGRESS";
  if (statuses.includes("requested")) return "RETURN_REQUESTED";
  return statuses.includes("closed") ? "RETURNED" : "NO_RETURN";
}
