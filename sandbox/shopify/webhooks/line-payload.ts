import { formatCents, type Cents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import { presented, type Currencies } from "../domain/presentment.ts";
import type { Line, Order, Shipping } from "../domain/order-state.ts";
import { TAX_TITLE } from "../domain/tax.ts";
import { currentShippingNet, lineTax, netOf, shippingNet, shippingTax } from "../domain/totals.ts";

export const moneySet = (cents: Cents, order: Currencies) => {
  const shown = presented(cents, order);
  return {
    shop_money: { amount: formatCents(cents), currency_code: order.currency },
    presentment_money: { amount: formatCents(shown.cents), currency_code: shown.currency },
  };
};

export const taxLine = (rateBasisPoints: number, tax: Cents, order: Currencies) => ({
  channel_liable: false,
  price: formatCents(tax),
  price_set: moneySet(tax, order),
  rate: rateBasisPoints / 10_000,
  title: TAX_TITLE,
});

export function linePayload(order: Order, line: Line): Record<string, unknown> {
  const tax = lineTax(line, netOf(line), order);
  return {
    id: line.id,
    admin_graphql_api_id: gid("LineItem", line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.currentQuantity,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: line.isGiftCard,
    grams: line.grams,
    name: line.title,
    price: formatCents(line.unitPrice),
    price_set: moneySet(line.unitPrice, order),
    product_exists: line.productId !== null,
    product_id: line.productId,
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: formatCents(line.ownDiscount),
    total_discount_set: moneySet(line.ownDiscount, order),
    variant_id: line.variantId,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: line.taxRateBasisPoints > 0 ? [taxLine(line.taxRateBasisPoints, tax, order)] : [],
    duties: [],
    discount_allocations: [line.discount, line.ownDiscount]
      .filter((cents) => cents > 0)
      .map((cents, index) => ({ amount: formatCents(cents), amount_set: moneySet(cents, order), discount_application_index: index })),
    ...(line.isTip ? { tip: { payment_gateway: order.gateways[0] ?? null, payment_method: null } } : {}),
  };
}

export function shippingPayload(order: Order, shipping: Shipping): Record<string, unknown> {
  const net = shippingNet(shipping);
  return {
    id: shipping.id,
    carrier_identifier: null,
    code: shipping.code,
    discounted_price: formatCents(net),
    discounted_price_set: moneySet(net, order),
    current_discounted_price_set: moneySet(currentShippingNet(shipping), order),
    is_removed: shipping.isRemoved,
    phone: null,
    price: formatCents(shipping.price),
    price_set: moneySet(shipping.price, order),
    requested_fulfillment_service_id: null,
    source: shipping.source,
    title: shipping.title,
    tax_lines: [taxLine(shipping.taxRateBasisPoints, shippingTax(shipping, order), order)],
    discount_allocations: [],
  };
}
