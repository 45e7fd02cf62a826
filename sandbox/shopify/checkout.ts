import type { CarrierRates, Rate, RateRequest } from "./carrier-rates.ts";
import type { Core } from "./domain/core.ts";
import { discountOf, placeOrder, type Draft } from "./domain/place-order.ts";
import type { Order, Shop } from "./domain/state.ts";

export const rateRequestOf = (draft: Draft): RateRequest => ({
  address: draft.shippingAddress,
  lines: draft.lines.map((line) => ({
    ...line,
    grams: line.grams ?? 500,
    vendor: line.vendor ?? null,
    productId: line.productId ?? null,
    variantId: line.variantId ?? null,
  })),
  discount: discountOf(
    draft,
    draft.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0),
  ),
  email: draft.customer.email,
  locale: draft.locale,
});

/** Places a draft with the rate the shopper chose, else the cheapest; without any rate the order has no shipping line, as a draft order would. */
export async function checkOut(
  parts: { core: Core; rates: CarrierRates },
  shop: Shop,
  draft: Draft,
  shippingCode: string | null,
): Promise<{ order: Order; webhookIds: string[] } | { missingRate: string; offered: Rate[] }> {
  const offered = await parts.rates.ask(shop, rateRequestOf(draft));
  const chosen = shippingCode === null ? offered[0] : offered.find((rate) => rate.code === shippingCode);
  if (shippingCode !== null && !chosen) return { missingRate: shippingCode, offered };
  const shipping = chosen ? { title: chosen.title, code: chosen.code, price: chosen.price, source: chosen.source } : null;
  return placeOrder(parts.core, shop, { ...draft, shipping });
}
