import type { CarrierRates, Rate, RateRequest } from "./carrier-rates.ts";
import type { Core } from "./domain/core.ts";
import type { Draft, DraftLine } from "./domain/draft.ts";
import { placeOrder } from "./domain/place-order.ts";
import { discountOf } from "./domain/price-lines.ts";
import type { Address, Order } from "./domain/order-state.ts";
import type { Shop } from "./domain/state.ts";

type Carried = Draft & { shippingAddress: Address };
const isCarried = (line: DraftLine): boolean =>
  line.requiresShipping !== false && ["shipping", "local"].includes(line.delivery ?? "shipping");
/** Whether the buyer has something brought to them; what is picked up, handed over or downloaded asks for no rates. */
const hasCarried = (draft: Draft): draft is Carried =>
  draft.shippingAddress !== null && draft.extras?.source !== "pos" && draft.lines.some(isCarried);

export const rateRequestOf = (draft: Carried): RateRequest => ({
  address: draft.shippingAddress,
  lines: draft.lines.filter(isCarried).map((line) => ({
    ...line,
    grams: line.grams ?? 500,
    vendor: line.vendor ?? null,
    productId: line.productId ?? null,
    variantId: line.variantId ?? null,
  })),
  discount: discountOf(draft),
  email: draft.customer.email,
  locale: draft.locale,
  attributes: draft.customAttributes,
});

/** Places a draft with the rate the shopper chose, else the cheapest; without any rate the order has no shipping line, as a draft order would. */
export async function checkOut(
  parts: { core: Core; rates: CarrierRates },
  shop: Shop,
  draft: Draft,
  shippingCode: string | null,
): Promise<{ order: Order; webhookIds: string[] } | { missingRate: string; offered: Rate[] }> {
  const offered = !draft.shipping && hasCarried(draft) ? await parts.rates.ask(shop, rateRequestOf(draft)) : [];
  const chosen = shippingCode === null ? offered[0] : offered.find((rate) => rate.code === shippingCode);
  if (shippingCode !== null && !chosen) return { missingRate: shippingCode, offered };
  if (draft.shipping) return placeOrder(parts.core, shop, draft);
  const shipping = chosen ? { title: chosen.title, code: chosen.code, price: chosen.price, source: chosen.source } : null;
  return placeOrder(parts.core, shop, { ...draft, shipping });
}
