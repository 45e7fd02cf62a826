import { cancel, cancelReasons, type CancelReason } from "../../domain/cancel.ts";
import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import { importOrder, type ImportedOrder } from "../../domain/import-order.ts";
import type { Context } from "../context.ts";
import { orderNode } from "./order.ts";
import { payload } from "./refusal.ts";

const reasonOf = (given: string): CancelReason => cancelReasons.find((reason) => reason === given.toLowerCase()) ?? "other";

/** Orders that an app makes and takes back. */
export const orderLifeMutations = {
  orderCreate: ({ order }: { order: ImportedOrder }, context: Context) =>
    payload(() => ({ order: orderNode(context, importOrder(context.core, context.shop, order)) }), ["order"]),

  orderCancel: ({ orderId, reason }: { orderId: string; reason: string }, { core, shop }: Context) => {
    const done = payload(() => {
      const order = core.world.order(shop, idOf("Order", orderId) ?? -1);
      if (!order) throw new Refusal("Order does not exist", ["orderId"], "NOT_FOUND");
      cancel(core, shop, order, reasonOf(reason));
      return { job: { __typename: "Job", id: gid("Job", core.world.newId()), done: true } };
    }, ["job"]);
    return { ...done, orderCancelUserErrors: done.userErrors };
  },
};
