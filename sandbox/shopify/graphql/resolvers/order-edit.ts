import { parseCents } from "../../domain/cents.ts";
import { Refusal } from "../../domain/core.ts";
import { beginEdit, commitEdit, previewEdit } from "../../domain/edit-order.ts";
import { gid, idOf } from "../../domain/gid.ts";
import type { EditStep } from "../../domain/edit-state.ts";
import type { Order } from "../../domain/order-state.ts";
import { TAX_RATE_BASIS_POINTS } from "../../domain/tax.ts";
import { requireScope } from "../access.ts";
import type { Context } from "../context.ts";
import { calculatedLineNode, calculatedOrderNode, calculatedShippingNode } from "./calculated-order.ts";
import { orderNode } from "./order.ts";
import { payload } from "./refusal.ts";

type MoneyInput = { amount: string };
const begun = ["calculatedOrder", "orderEditSession"] as const;

function sessionOf(context: Context, id: string): Order {
  const order = context.shop.orders.find((one) => one.editSession?.id === idOf("CalculatedOrder", id));
  if (!order) throw new Refusal("The calculated order does not exist.", ["id"]);
  return order;
}

/** Stages a step if the order can take it; answers the order as it would then be. */
function stage(context: Context, id: string, step: EditStep): { order: Order; preview: Order } {
  requireScope(context, "write_order_edits", "orderEdit");
  const order = sessionOf(context, id);
  const session = order.editSession!;
  const preview = previewEdit(context.core, order, [...session.steps, step]).order;
  session.steps.push(step);
  context.core.world.changed();
  return { order, preview };
}

const answer = ({ order, preview }: { order: Order; preview: Order }) => ({
  calculatedOrder: calculatedOrderNode(order, preview),
  orderEditSession: { __typename: "OrderEditSession", id: gid("OrderEditSession", order.editSession!.id) },
});

/** Begin, stage, commit: nothing of an order changes before the commit. */
export const orderEditMutations = {
  orderEditBegin: ({ id }: { id: string }, context: Context) =>
    payload(() => {
      requireScope(context, "write_order_edits", "orderEditBegin");
      const order = context.core.world.order(context.shop, idOf("Order", id) ?? -1);
      if (!order) throw new Refusal("The order does not exist.", ["id"]);
      beginEdit(context.core, order);
      return answer({ order, preview: order });
    }, [...begun]),

  orderEditSetQuantity: (args: { id: string; lineItemId: string; quantity: number; restock?: boolean | null }, context: Context) =>
    payload(() => {
      const lineId = idOf("CalculatedLineItem", args.lineItemId) ?? -1;
      const done = stage(context, args.id, { kind: "quantity", lineId, quantity: args.quantity, restock: args.restock ?? false });
      return { ...answer(done), calculatedLineItem: calculatedLineNode(done.preview, lineId) };
    }, [...begun, "calculatedLineItem"]),

  orderEditAddCustomItem: (
    args: { id: string; title: string; price: MoneyInput; quantity: number; taxable?: boolean | null; requiresShipping?: boolean | null },
    context: Context,
  ) =>
    payload(() => {
      const lineId = context.core.world.newId();
      const done = stage(context, args.id, {
        kind: "add_line",
        id: lineId,
        title: args.title,
        sku: null,
        quantity: args.quantity,
        price: parseCents(String(args.price.amount)),
        taxRateBasisPoints: args.taxable === false ? 0 : TAX_RATE_BASIS_POINTS,
        requiresShipping: args.requiresShipping ?? true,
      });
      return { ...answer(done), calculatedLineItem: calculatedLineNode(done.preview, lineId) };
    }, [...begun, "calculatedLineItem"]),

  orderEditAddShippingLine: (args: { id: string; shippingLine: { title: string; price: MoneyInput } }, context: Context) =>
    payload(() => {
      const shippingId = context.core.world.newId();
      const { title, price } = args.shippingLine;
      const done = stage(context, args.id, { kind: "add_shipping", id: shippingId, title, price: parseCents(String(price.amount)) });
      return { ...answer(done), calculatedShippingLine: calculatedShippingNode(done.order, done.preview, shippingId) };
    }, [...begun, "calculatedShippingLine"]),

  orderEditRemoveShippingLine: (args: { id: string; shippingLineId: string }, context: Context) =>
    payload(
      () =>
        answer(
          stage(context, args.id, { kind: "remove_shipping", shippingLineId: idOf("CalculatedShippingLine", args.shippingLineId) ?? -1 }),
        ),
      [...begun],
    ),

  orderEditCommit: ({ id, notifyCustomer }: { id: string; notifyCustomer?: boolean | null }, context: Context) =>
    payload(() => {
      requireScope(context, "write_order_edits", "orderEditCommit");
      const order = sessionOf(context, id);
      commitEdit(context.core, context.shop, order, { notify: notifyCustomer === true });
      return { order: orderNode(context, order), successMessages: ["Order updated"] };
    }, ["order", "successMessages"]),
};
