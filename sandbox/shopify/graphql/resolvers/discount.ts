import type { Order } from "../../domain/state.ts";
import { moneyNode } from "./money.ts";

/** The order's one discount: a code over all lines. */
export function discountApplicationNode(order: Order): Record<string, unknown> | null {
  if (!order.discount) return null;
  const { code, value } = order.discount;
  return {
    __typename: "DiscountCodeApplication",
    index: 0,
    code,
    allocationMethod: "ACROSS",
    targetSelection: "ALL",
    targetType: "LINE_ITEM",
    value:
      "percentage" in value
        ? { __typename: "PricingPercentageValue", percentage: Number(value.percentage) }
        : { __typename: "MoneyV2", ...moneyNode(value.amount, order.currency) },
  };
}
