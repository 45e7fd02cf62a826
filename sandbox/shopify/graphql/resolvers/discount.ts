import type { Line, Order } from "../../domain/order-state.ts";
import { moneyNode } from "./money.ts";

type Node = Record<string, unknown>;

/** The order's discount: a code over all lines. */
export function codeApplication(order: Order): Node | null {
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

/** What a merchant took off one line. */
export const lineApplication = (order: Order, line: Line): Node => ({
  __typename: "ManualDiscountApplication",
  index: order.lines.filter((one) => one.ownDiscount > 0).indexOf(line) + (order.discount ? 1 : 0),
  title: "Line discount",
  description: null,
  allocationMethod: "ONE",
  targetSelection: "EXPLICIT",
  targetType: "LINE_ITEM",
  value: { __typename: "MoneyV2", ...moneyNode(line.ownDiscount, order.currency) },
});

export const freeShippingApplication = (order: Order): Node => ({
  __typename: "AutomaticDiscountApplication",
  index: order.lines.filter((one) => one.ownDiscount > 0).length + (order.discount ? 1 : 0),
  title: "Free shipping",
  allocationMethod: "EACH",
  targetSelection: "ALL",
  targetType: "SHIPPING_LINE",
  value: { __typename: "PricingPercentageValue", percentage: 100 },
});

/** All of an order's discounts, by index. */
export function discountApplications(order: Order): Node[] {
  const code = codeApplication(order);
  return [
    ...(code ? [code] : []),
    ...order.lines.filter((line) => line.ownDiscount > 0).map((line) => lineApplication(order, line)),
    ...(order.shippingLines.some((one) => one.discount > 0) ? [freeShippingApplication(order)] : []),
  ];
}
