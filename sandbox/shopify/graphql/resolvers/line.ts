import { divideHalfUp } from "../../domain/cents.ts";
import { gid } from "../../domain/gid.ts";
import type { Currencies } from "../../domain/presentment.ts";
import type { Line, Order, Shipping } from "../../domain/order-state.ts";
import { TAX_TITLE } from "../../domain/tax.ts";
import {
  currentShippingNet,
  discountOfLine,
  lineTax,
  netOf,
  netOfUnits,
  originalOf,
  shippingNet,
  shippingTax,
} from "../../domain/totals.ts";
import type { Context } from "../context.ts";
import { codeApplication, freeShippingApplication, lineApplication } from "./discount.ts";
import { bag } from "./money.ts";
import { productNode, variantNode } from "./product.ts";

export const taxLineNode = (rateBasisPoints: number, tax: number, order: Currencies) => ({
  title: TAX_TITLE,
  rate: rateBasisPoints / 10_000,
  ratePercentage: rateBasisPoints / 100,
  source: "Shopify",
  channelLiable: false,
  priceSet: bag(tax, order),
});

export function lineNode(order: Order, line: Line): Record<string, unknown> {
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    name: line.title,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    requiresShipping: line.requiresShipping,
    taxable: line.taxable,
    isGiftCard: line.isGiftCard,
    customAttributes: [],
    merchantEditable: true,
    restockable: true,
    image: null,
    // Duties are levied on the goods: all of the order's stand on its first line.
    duties: order.duties && order.lines[0] === line ? [dutyNode(order, order.duties)] : [],
    sellingPlan: null,
    lineItemGroup: null,
    variant: () => variantNode(line),
    product: (_args: unknown, { shop }: Context) => productNode(shop, line.productId),
    taxLines: line.taxRateBasisPoints > 0 ? [taxLineNode(line.taxRateBasisPoints, lineTax(line, netOf(line), order), order)] : [],
    unfulfilledQuantity: order.fulfillmentOrders
      .flatMap((one) => one.lines)
      .filter((one) => one.lineId === line.id)
      .reduce((sum, one) => sum + one.remaining, 0),
    ...priceFields(order, line),
  };
}

/** The order's discount is not the line's: the plain "discounted" fields ignore it, the "after all discounts" ones don't. */
function priceFields(order: Order, line: Line): Record<string, unknown> {
  const net = netOf(line);
  const now = netOfUnits(line, line.currentQuantity);
  const withoutCode = originalOf(line) - line.ownDiscount;
  return {
    originalUnitPriceSet: bag(line.unitPrice, order),
    originalTotalSet: bag(originalOf(line), order),
    discountedUnitPriceSet: bag(divideHalfUp(withoutCode, line.quantity), order),
    totalDiscountSet: bag(line.ownDiscount, order),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) => bag(withCodeDiscounts ? net : withoutCode, order),
    discountedUnitPriceAfterAllDiscountsSet: bag(divideHalfUp(originalOf(line) - discountOfLine(line), line.quantity), order),
    priceAfterAllDiscountsBeforeTaxesSet: bag(order.taxesIncluded ? now - lineTax(line, now, order) : now, order),
    discountAllocations: [
      ...(line.discount > 0 ? [{ allocatedAmountSet: bag(line.discount, order), discountApplication: () => codeApplication(order) }] : []),
      ...(line.ownDiscount > 0
        ? [{ allocatedAmountSet: bag(line.ownDiscount, order), discountApplication: () => lineApplication(order, line) }]
        : []),
    ],
  };
}

export const dutyNode = (order: Order, duty: NonNullable<Order["duties"]>): Record<string, unknown> => ({
  __typename: "Duty",
  id: gid("Duty", duty.id),
  countryCodeOfOrigin: null,
  harmonizedSystemCode: null,
  price: bag(duty.amount, order),
  taxLines: [],
});

export const shippingNode = (order: Order, shipping: Shipping): Record<string, unknown> => ({
  __typename: "ShippingLine",
  id: gid("ShippingLine", shipping.id),
  title: shipping.title,
  code: shipping.code,
  source: shipping.source,
  carrierIdentifier: null,
  custom: false,
  isRemoved: shipping.isRemoved,
  deliveryCategory: null,
  phone: null,
  shippingRateHandle: null,
  originalPriceSet: bag(shipping.price, order),
  discountedPriceSet: bag(shippingNet(shipping), order),
  currentDiscountedPriceSet: bag(currentShippingNet(shipping), order),
  discountAllocations:
    shipping.discount > 0
      ? [{ allocatedAmountSet: bag(shipping.discount, order), discountApplication: () => freeShippingApplication(order) }]
      : [],
  taxLines: [taxLineNode(shipping.taxRateBasisPoints, shippingTax(shipping, order), order)],
});
