import { tell, type Core } from "./core.ts";
import { noExtras, type Draft, type Extras } from "./draft.ts";
import { startPayment } from "./payment-start.ts";
import { priceLines, shippingOf, tipLine } from "./price-lines.ts";
import { handOver, routeLines, routeOf } from "./route-lines.ts";
import type { Discount, Order, PaymentTerms } from "./order-state.ts";
import type { Customer, Shop } from "./state.ts";

export const DISCOUNT_CODE = "ANDES";
const DAY_MS = 86_400_000;

/** A shopper completes checkout: the order exists, its payment has begun, the app hears of it. */
export function placeOrder(core: Core, shop: Shop, draft: Draft): { order: Order; webhookIds: string[] } {
  const { world } = core;
  const extras = { ...noExtras, ...draft.extras };
  const goods = priceLines(draft, world.newId);
  const order: Order = {
    ...emptyOrder(core, shop),
    email: draft.customer.email,
    phone: draft.customer.phone,
    locale: draft.locale,
    note: draft.note,
    presentment: extras.presentment,
    taxesIncluded: draft.taxesIncluded,
    source: extras.source,
    customerId: customerFor(core, shop, draft.customer).id,
    shippingAddress: draft.shippingAddress,
    billingAddress: draft.shippingAddress,
    customAttributes: draft.customAttributes,
    lines: extras.tip > 0 ? [...goods, tipLine(world.newId(), extras.tip)] : goods,
    shippingLines: draft.shipping ? [shippingOf(draft.shipping, world.newId(), extras.freeShipping)] : [],
    discount: discountRecord(draft),
    duties: extras.duties > 0 ? { id: world.newId(), amount: extras.duties, refunded: 0 } : null,
    fees: extras.fees.map((fee) => ({ id: world.newId(), ...fee })),
  };
  order.paymentTerms = termsOf(core, order, extras.paymentTerms);
  const routed = goods.map((line, index) => ({ line, route: routeOf(shop, extras.source, draft.lines[index]!) }));
  order.fulfillmentOrders = routeLines(core, order, routed);
  handOver(core, order);
  copyCartMetafields(core, order, draft.cartMetafields);
  const isPaid = startPayment(core, order, { payment: draft.payment, giftCard: extras.giftCard, rounding: extras.cashRounding });
  shop.orders.push(order);
  const webhookIds = tell(core, shop, order, "Order placed", "orders/create", ...(isPaid ? (["orders/paid"] as const) : []));
  return { order, webhookIds };
}

function emptyOrder({ world }: Core, shop: Shop): Order {
  const now = world.now().toISOString();
  return {
    id: world.newId(),
    number: shop.nextOrderNumber++,
    token: world.newToken(16),
    confirmationNumber: world.newToken(5).slice(0, 9).toUpperCase(),
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    email: null,
    phone: null,
    locale: shop.primaryLocale,
    note: null,
    tags: [],
    currency: shop.currency,
    presentment: null,
    taxesIncluded: shop.taxesIncluded,
    source: "web",
    customerId: 0,
    shippingAddress: null,
    billingAddress: null,
    customAttributes: [],
    lines: [],
    shippingLines: [],
    discount: null,
    duties: null,
    fees: [],
    paymentTerms: null,
    gateways: [],
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    returns: [],
    editSession: null,
    lastEdit: null,
    metafields: [],
    timeline: [],
  };
}

const discountRecord = (draft: Draft): Discount | null => draft.discount && { code: DISCOUNT_CODE, value: draft.discount };

function termsOf({ world }: Core, order: Order, wanted: Extras["paymentTerms"]): PaymentTerms | null {
  if (!wanted) return null;
  const dueAt = wanted.dueAt ?? new Date(Date.parse(order.createdAt) + (wanted.dueInDays ?? 0) * DAY_MS).toISOString();
  return { id: world.newId(), dueInDays: wanted.dueInDays, dueAt };
}

function customerFor(core: Core, shop: Shop, given: Draft["customer"]): Customer {
  const known = given.email && shop.customers.find((one) => one.email === given.email);
  if (known) return Object.assign(known, given);
  const customer = { id: core.world.newId(), ...given, createdAt: core.world.now().toISOString() };
  shop.customers.push(customer);
  return customer;
}

// Cart → order: same namespace and key, definition with cart_to_order_copyable (API ≥ 2026-04).
function copyCartMetafields(core: Core, order: Order, cart: Draft["cartMetafields"]): void {
  for (const { key, type, value } of cart) {
    const definition = core.config.orderMetafields.find((one) => one.key === key);
    if (!definition?.isCopiedFromCart || definition.type !== type) continue;
    const { createdAt } = order;
    order.metafields.push({ id: core.world.newId(), namespace: "$app", key, type, value, createdAt, updatedAt: createdAt });
  }
}
