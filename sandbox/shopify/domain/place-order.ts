import { spread, type Cents } from "./cents.ts";
import { tell, type Core } from "./core.ts";
import { divideHalfUp } from "./cents.ts";
import { startPayment, type PaymentChoice } from "./payment-start.ts";
import type { Address, Customer, Discount, FulfillmentOrder, Line, Order, Shop } from "./state.ts";
import { TAX_RATE_BASIS_POINTS } from "./tax.ts";

export interface Draft {
  customer: { firstName: string | null; lastName: string | null; email: string | null; phone: string | null };
  shippingAddress: Address;
  lines: (Pick<Line, "title" | "sku" | "quantity" | "unitPrice" | "taxable"> &
    Partial<Pick<Line, "productId" | "variantId" | "vendor" | "grams">>)[];
  discount: { amount: Cents } | { percentage: string } | null;
  shipping: { title: string; code: string; price: Cents; source: string } | null;
  payment: PaymentChoice;
  taxesIncluded: boolean;
  locale: string;
  note: string | null;
  customAttributes: Order["customAttributes"];
  /** The app's metafields on the cart; only the copyable ones reach the order. */
  cartMetafields: { key: string; type: string; value: string }[];
}

export const DISCOUNT_CODE = "ANDES";

export function discountOf(draft: Pick<Draft, "discount">, subtotal: Cents): Cents {
  if (!draft.discount) return 0;
  if ("amount" in draft.discount) return Math.min(draft.discount.amount, subtotal);
  // Percent with up to two decimals, as whole basis points.
  return Math.min(divideHalfUp(subtotal * Math.round(Number(draft.discount.percentage) * 100), 10_000), subtotal);
}

/** The draft's lines with ids and each line's part of the discount. */
export function priceLines(draft: Pick<Draft, "lines" | "discount">, newId: () => number): Line[] {
  const originals = draft.lines.map((line) => line.unitPrice * line.quantity);
  const parts = spread(
    discountOf(
      draft,
      originals.reduce((sum, original) => sum + original, 0),
    ),
    originals,
  );
  return draft.lines.map((line, index) => ({
    id: newId(),
    title: line.title,
    variantTitle: null,
    sku: line.sku,
    vendor: line.vendor ?? null,
    productId: line.productId ?? null,
    variantId: line.variantId ?? null,
    grams: line.grams ?? 500,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    unitPrice: line.unitPrice,
    taxable: line.taxable,
    requiresShipping: true,
    discount: parts[index] ?? 0,
    taxRateBasisPoints: line.taxable ? TAX_RATE_BASIS_POINTS : 0,
  }));
}

/** A shopper completes checkout: the order exists, its payment has begun, the app hears of it. */
export function placeOrder(core: Core, shop: Shop, draft: Draft): { order: Order; webhookIds: string[] } {
  const { world } = core;
  const now = world.now().toISOString();
  const lines = priceLines(draft, world.newId);
  const order: Order = {
    id: world.newId(),
    number: shop.nextOrderNumber++,
    token: world.newToken(16),
    confirmationNumber: world.newToken(5).slice(0, 9).toUpperCase(),
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    email: draft.customer.email,
    phone: draft.customer.phone,
    locale: draft.locale,
    note: draft.note,
    tags: [],
    currency: shop.currency,
    taxesIncluded: draft.taxesIncluded,
    customerId: customerFor(core, shop, draft.customer).id,
    shippingAddress: draft.shippingAddress,
    billingAddress: draft.shippingAddress,
    customAttributes: draft.customAttributes,
    lines,
    shipping: draft.shipping && { id: world.newId(), ...draft.shipping, taxRateBasisPoints: TAX_RATE_BASIS_POINTS, isRemoved: false },
    discount: discountRecord(draft),
    gateways: [],
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    metafields: [],
    timeline: [],
  };
  order.fulfillmentOrders = [fulfillmentOrderFor(core, order)];
  copyCartMetafields(core, order, draft.cartMetafields);
  const isPaid = startPayment(core, order, draft.payment);
  shop.orders.push(order);
  const webhookIds = tell(core, shop, order, "Order placed", "orders/create", ...(isPaid ? (["orders/paid"] as const) : []));
  return { order, webhookIds };
}

const discountRecord = (draft: Draft): Discount | null => draft.discount && { code: DISCOUNT_CODE, value: draft.discount };

function customerFor(core: Core, shop: Shop, given: Draft["customer"]): Customer {
  const known = given.email && shop.customers.find((one) => one.email === given.email);
  if (known) return Object.assign(known, given);
  const customer = { id: core.world.newId(), ...given, createdAt: core.world.now().toISOString() };
  shop.customers.push(customer);
  return customer;
}

function fulfillmentOrderFor(core: Core, order: Order): FulfillmentOrder {
  const lines = order.lines.map((line) => ({ id: core.world.newId(), lineId: line.id, total: line.quantity, remaining: line.quantity }));
  return { id: core.world.newId(), status: "OPEN", lines, createdAt: order.createdAt, updatedAt: order.createdAt };
}

// Cart → order: same namespace and key, definition with cart_to_order_copyable (API ≥ 2026-04).
function copyCartMetafields(core: Core, order: Order, cart: Draft["cartMetafields"]): void {
  for (const { key, type, value } of cart) {
    const definition = core.config.orderMetafields.find((one) => one.key === key);
    if (!definition?.isCopiedFromCart || definition.type !== type) continue;
    order.metafields.push({
      id: core.world.newId(),
      namespace: "$app",
      key,
      type,
      value,
      createdAt: order.createdAt,
      updatedAt: order.createdAt,
    });
  }
}
