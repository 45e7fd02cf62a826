import { divideHalfUp } from "../../domain/cents.ts";
import { gid } from "../../domain/gid.ts";
import type { Line, Order, Shipping } from "../../domain/state.ts";
import { TAX_TITLE } from "../../domain/tax.ts";
import { lineTax, netOf, originalOf, shippingTax } from "../../domain/totals.ts";
import { discountApplicationNode } from "./discount.ts";
import { bag } from "./money.ts";

export const taxLineNode = (rateBasisPoints: number, tax: number, currency: string) => ({
  title: TAX_TITLE,
  rate: rateBasisPoints / 10_000,
  ratePercentage: rateBasisPoints / 100,
  source: "Shopify",
  channelLiable: false,
  priceSet: bag(tax, currency),
});

export function lineNode(order: Order, line: Line): Record<string, unknown> {
  const { currency } = order;
  const net = netOf(line);
  const tax = lineTax(line, net, order);
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
    isGiftCard: false,
    customAttributes: [],
    merchantEditable: true,
    restockable: true,
    image: null,
    duties: [],
    sellingPlan: null,
    lineItemGroup: null,
    variant:
      line.variantId === null
        ? null
        : { __typename: "ProductVariant", id: gid("ProductVariant", line.variantId), barcode: null, sku: line.sku, title: "Default Title" },
    product:
      line.productId === null
        ? null
        : { __typename: "Product", id: gid("Product", line.productId), title: line.title, productType: "", category: null, tags: [] },
    originalUnitPriceSet: bag(line.unitPrice, currency),
    originalTotalSet: bag(originalOf(line), currency),
    // The discount is the order's, not the line's: these two ignore it, the "after all discounts" ones don't.
    discountedUnitPriceSet: bag(line.unitPrice, currency),
    totalDiscountSet: bag(0, currency),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
      bag(withCodeDiscounts ? net : originalOf(line), currency),
    discountedUnitPriceAfterAllDiscountsSet: bag(divideHalfUp(net, line.quantity), currency),
    priceAfterAllDiscountsBeforeTaxesSet: bag(order.taxesIncluded ? net - tax : net, currency),
    discountAllocations:
      line.discount > 0
        ? [{ allocatedAmountSet: bag(line.discount, currency), discountApplication: () => discountApplicationNode(order) }]
        : [],
    taxLines: line.taxRateBasisPoints > 0 ? [taxLineNode(line.taxRateBasisPoints, tax, currency)] : [],
    unfulfilledQuantity: order.fulfillmentOrders
      .flatMap((one) => one.lines)
      .filter((one) => one.lineId === line.id)
      .reduce((sum, one) => sum + one.remaining, 0),
  };
}

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
  originalPriceSet: bag(shipping.price, order.currency),
  discountedPriceSet: bag(shipping.price, order.currency),
  currentDiscountedPriceSet: bag(shipping.isRemoved ? 0 : shipping.price, order.currency),
  discountAllocations: [],
  taxLines: [taxLineNode(shipping.taxRateBasisPoints, shippingTax(shipping, order), order.currency)],
});
