import { Kind, valueFromAST, type GraphQLResolveInfo } from "graphql";
import { parseCents } from "../../domain/cents.ts";
import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import type { RefundWish } from "../../domain/refund.ts";
import { refundUnits, suggestRefund } from "../../domain/refund-units.ts";
import type { Order } from "../../domain/order-state.ts";
import type { RestockType } from "../../domain/return-state.ts";
import type { Context } from "../context.ts";
import { bag } from "./money.ts";
import { refundNode } from "./refund.ts";
import { payload } from "./refusal.ts";
import { transactionNode } from "./transaction.ts";

interface LineInput {
  lineItemId: string;
  quantity: number;
  restockType?: "CANCEL" | "NO_RESTOCK" | "RETURN" | null;
  locationId?: string | null;
}

function linesOf(order: Order, inputs: LineInput[]): RefundWish["lines"] {
  return inputs.map(({ lineItemId, quantity, restockType = "NO_RESTOCK", locationId }) => {
    const line = order.lines.find((one) => one.id === idOf("LineItem", lineItemId));
    if (!line) throw new Refusal("Line item does not exist", ["refundLineItems"]);
    const restock = (restockType ?? "NO_RESTOCK").toLowerCase() as RestockType;
    if (restock !== "no_restock" && !locationId) throw new Refusal("Location is required to restock", ["refundLineItems", "locationId"]);
    return { line, quantity, restock };
  });
}

/** `order.suggestedRefund`: units only. */
export function suggestedRefund(
  order: Order,
  { refundLineItems = [] }: { refundLineItems?: LineInput[] | null },
  { core }: Context,
): unknown {
  const found = suggestRefund(core, order, linesOf(order, refundLineItems ?? []));
  return {
    amountSet: bag(found.amount, order),
    maximumRefundableSet: bag(found.most, order),
    refundLineItems: found.lines.map(({ quantity, restock, subtotal, tax }) => ({
      quantity,
      restockType: restock.toUpperCase(),
      subtotalSet: bag(subtotal, order),
      totalTaxSet: bag(tax, order),
    })),
    suggestedTransactions: found.ways.map(({ amount, parent }) => ({
      gateway: parent.gateway,
      kind: "SUGGESTED_REFUND",
      amountSet: bag(amount, order),
      parentTransaction: transactionNode(order, parent),
    })),
  };
}

interface RefundCreateInput {
  orderId: string;
  note?: string | null;
  currency?: string | null;
  refundLineItems?: LineInput[] | null;
  transactions?: { parentId?: string | null; amount: string; kind: string }[] | null;
}
const played = ["orderId", "note", "currency", "refundLineItems", "transactions"];
/** As the schema fills them in. */
const isDefault = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);

export const refundMutations = {
  refundCreate: ({ input }: { input: RefundCreateInput }, context: Context, info: GraphQLResolveInfo) =>
    payload(() => {
      const notPlayed = Object.entries(input).find(([name, value]) => !played.includes(name) && !isDefault(value))?.[0];
      if (notPlayed) throw new Refusal(`The sandbox doesn't play RefundInput.${notPlayed}`, ["input", notPlayed]);
      const order = context.core.world.order(context.shop, idOf("Order", input.orderId) ?? -1);
      if (!order) throw new Refusal("Order does not exist", ["orderId"]);
      if (order.presentment && input.transactions?.length)
        throw new Refusal("The sandbox refunds in the shop's currency only", ["currency"]);
      const transactions = (input.transactions ?? []).map(({ parentId, amount }) => {
        const parent = order.transactions.find((one) => gid("OrderTransaction", one.id) === parentId);
        if (!parent) throw new Refusal("Parent transaction does not exist", ["transactions", "parentId"]);
        return { parent, amount: parseCents(String(amount)) };
      });
      const wish = { lines: linesOf(order, input.refundLineItems ?? []), transactions, note: input.note ?? null, key: keyOf(info) };
      return { refund: refundNode(order, refundUnits(context.core, context.shop, order, wish)), order: context.orderNode(order) };
    }, ["refund", "order"]),
};

/** Since 2026-04 Shopify wants it, whatever its schema says. */
function keyOf({ fieldNodes, variableValues, schema }: GraphQLResolveInfo): string {
  const directive = fieldNodes[0]?.directives?.find(({ name }) => name.value === "idempotent");
  const given = directive?.arguments?.find(({ name }) => name.value === "key")?.value;
  const type = schema.getDirective("idempotent")?.args.find(({ name }) => name === "key")?.type;
  const key = given?.kind === Kind.VARIABLE ? variableValues[given.name.value] : given && type && valueFromAST(given, type);
  if (typeof key !== "string" || key === "") throw new Refusal("The @idempotent directive is required for this mutation");
  return key;
}
