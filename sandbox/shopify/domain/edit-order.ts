import { applyEdit, type EditOutcome } from "./apply-edit.ts";
import { Refusal, tell, type Core, type OrderTopic } from "./core.ts";
import type { EditStep } from "./edit-state.ts";
import type { Address, Order } from "./order-state.ts";
import type { Shop } from "./state.ts";

export interface EditWish {
  steps: EditStep[];
  shippingAddress: Partial<Address> | null;
  note: string | null;
  email: string | null;
}

/** The merchant edits lines, shipping, the address, the e-mail or the note of an order that has not left. */
export function editOrder(core: Core, shop: Shop, order: Order, wish: EditWish): string[] {
  if (order.cancelledAt) throw new Refusal("A cancelled order can't be edited");
  const topics = wish.steps.length > 0 ? commit(core, order, wish.steps) : [];
  if (wish.shippingAddress && order.shippingAddress) order.shippingAddress = { ...order.shippingAddress, ...wish.shippingAddress };
  if (wish.note !== null) order.note = wish.note;
  if (wish.email !== null) order.email = wish.email;
  return tell(core, shop, order, "Edited", ...topics, "orders/updated");
}

/** `orderEditBegin`: nothing changes until it is committed; an earlier session is forgotten, as when a merchant leaves the page. */
export function beginEdit(core: Core, order: Order): void {
  if (order.cancelledAt) throw new Refusal("The order cannot be edited.", ["id"]);
  order.editSession = { id: core.world.newId(), steps: [] };
}

/** The order as it would be with what is staged; throws where a step can't be. */
export function previewEdit(core: Core, order: Order, steps: EditStep[]): { order: Order; outcome: EditOutcome } {
  const preview = structuredClone(order);
  return { order: preview, outcome: applyEdit(core, preview, steps) };
}

export function commitEdit(core: Core, shop: Shop, order: Order, { notify }: { notify: boolean }): string[] {
  const steps = order.editSession?.steps ?? [];
  order.editSession = null;
  if (notify) order.timeline.push({ at: core.world.now().toISOString(), text: "Buyer told of the edit" });
  return editOrder(core, shop, order, { steps, shippingAddress: null, note: null, email: null });
}

function commit(core: Core, order: Order, steps: EditStep[]): OrderTopic[] {
  // All or nothing: what can't be is refused before anything is changed.
  previewEdit(core, order, steps);
  const { refund, ...changes } = applyEdit(core, order, steps);
  order.lastEdit = { id: core.world.newId(), at: core.world.now().toISOString(), ...changes };
  return refund ? ["refunds/create", "orders/edited"] : ["orders/edited"];
}
