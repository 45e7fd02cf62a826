import { formatCents, type Cents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import type { Line, Order } from "../domain/state.ts";
import { TAX_TITLE } from "../domain/tax.ts";
import { lineTax, netOf, shippingTax } from "../domain/totals.ts";

export const moneySet = (cents: Cents, currency: string) => {
  const money = { amount: formatCents(cents), currency_code: currency };
  return { shop_money: money, presentment_money: money };
};

export const taxLine = (rateBasisPoints: number, tax: Cents, currency: string) => ({
  channel_liable: false,
  price: formatCents(tax),
  price_set: moneySet(tax, currency),
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
    gift_card: false,
    grams: line.grams,
    name: line.title,
    price: formatCents(line.unitPrice),
    price_set: moneySet(line.unitPrice, order.currency),
    product_exists: line.productId !== null,
    product_id: line.productId,
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: "0.00",
    total_discount_set: moneySet(0, order.currency),
    variant_id: line.variantId,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: line.taxRateBasisPoints > 0 ? [taxLine(line.taxRateBasisPoints, tax, order.currency)] : [],
    duties: [],
    discount_allocations:
      line.discount > 0
        ? [{ amount: formatCents(line.discount), amount_set: moneySet(line.discount, order.currency), discount_application_index: 0 }]
        : [],
  };
}

export function shippingPayload(order: Order): Record<string, unknown>[] {
  const { shipping } = order;
  if (!shipping) return [];
  const price = { price: formatCents(shipping.price), price_set: moneySet(shipping.price, order.currency) };
  return [
    {
      id: shipping.id,
      carrier_identifier: null,
      code: shipping.code,
      discounted_price: price.price,
      discounted_price_set: price.price_set,
      current_discounted_price_set: moneySet(shipping.isRemoved ? 0 : shipping.price, order.currency),
      is_removed: shipping.isRemoved,
      phone: null,
      ...price,
      requested_fulfillment_service_id: null,
      source: shipping.source,
      title: shipping.title,
      tax_lines: [taxLine(shipping.taxRateBasisPoints, shippingTax(shipping, order), order.currency)],
      discount_allocations: [],
    },
  ];
}
