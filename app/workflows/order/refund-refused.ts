import { carriedBy } from "~/domain/delivery/carried";
import { worthRefused } from "~/domain/delivery/refusal";
import { pendingRefused } from "~/domain/delivery/refused-units";
import { formatMinor } from "~/domain/money/money";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import { moneyBack, sumOfShares, worthOf, type RefundShare } from "~/domain/order/refund-reckoning";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** What of an order nobody took and is on it still: the units, their worth, and what of it goes back by which payment. */
export type RefusedRefund = { units: Units[]; worthMinor: number; shares: RefundShare[] };

type Of = { sale: SaleOrder; deliveries: readonly DeliveryRecord[]; isInvoiced: boolean };

/**
 * Null: nothing was refused, or it is refunded or off the order already, wherever that was done. Asks Shopify, changes nothing. Their worth is by
 * Shopify's reckoning; where an invoice bears the rest (`isInvoiced`) it is what that leaves out, which may be a cent off.
 */
export async function refusedRefund(
  shopify: Pick<ShopifyAdmin, "reckonRefund">,
  { sale, deliveries, isInvoiced }: Of,
): Promise<RefusedRefund | null> {
  const units = sale.cancelledAt ? [] : pendingRefused(sale.lines, deliveries);
  if (units.length === 0) return null;
  const reckoned = await shopify.reckonRefund(sale.gid, units, sale.currency);
  const [byShopify, leftOut] = [worthOf(reckoned, sale), worthRefused(carriedBy([], sale), units)];
  const worthMinor = isInvoiced && Math.abs(byShopify - leftOut) <= units.length ? leftOut : byShopify;
  return { units, worthMinor, shares: moneyBack(sale, worthMinor, reckoned.shares) };
}

/** Whether the order's invoices say already what of it is paid, and none is to come that would say the rest. */
export async function isInvoicedWhole(
  s: Pick<ShopStore, "invoicesOfOrder">,
  orderId: string,
  deliveries: readonly DeliveryRecord[],
): Promise<boolean> {
  const isThere = (await s.invoicesOfOrder(orderId)).some(({ input, state }) => input !== null && state !== "voided");
  return isThere && deliveries.every(({ state }) => IS_OVER.includes(state));
}
const IS_OVER: readonly string[] = ["delivered", "returned", "cancelled"];

type Needs = Pick<Ports, "store" | "admin">;
/** `seenMinor`: the money that the merchant saw would go back; `key`: made with what they saw; `isBack`: the goods are for sale again. */
export type RefundRefused = { shopId: string; orderId: string; actor: string; seenMinor: number; key: string; isBack: boolean };

/**
 * Refunds what was refused at the door, by the merchant's click. Looks first, one at a time: what was refunded meanwhile, here or in Shopify, is
 * not refunded again. Throws PermanentFailure nothing_to_refund, refund_changed, or shopify_refused with Shopify's own words.
 */
export async function refundRefused(
  { store, admin }: Needs,
  { shopId, orderId, actor, seenMinor, key, isBack }: RefundRefused,
): Promise<void> {
  // Whatever moves the order's money holds this.
  await store.exclusively(shopId, `capture:${orderId}`, async () => {
    const s = store.of(shopId);
    const [shop, order, deliveries] = [await s.shop(), await s.order(orderId), await s.deliveriesOfOrder(orderId)];
    const shopify = admin(shop, "now");
    const sale = await shopify.order(order.gid);
    const isInvoiced = await isInvoicedWhole(s, orderId, deliveries);
    const due = sale && (await refusedRefund(shopify, { sale, deliveries, isInvoiced }));
    if (!sale || !due) {
      await store.change(shopId, (change) => readAnew(change, order.gid));
      throw new PermanentFailure("nothing_to_refund");
    }
    const backMinor = sumOfShares(due.shares);
    const amount = `${sale.currency} ${formatMinor(backMinor, sale.currency)}`;
    if (backMinor !== seenMinor) throw new PermanentFailure("refund_changed", { amount });
    const restockAt = isBack ? locationOf(sale, due.units) : null;
    const { currency: shopCurrency, presentmentCurrency: currency } = sale;
    const note = noteOf(sale, due.units);
    const said = await shopify.refund(order.gid, { units: due.units, shares: due.shares, restockAt, note, key, currency, shopCurrency });
    // What is still on its way counts as nothing yet at Shopify; more than was asked for is what the merchant must read.
    const wentMinor = Math.max(backMinor, said);
    const code = wentMinor > 0 ? "refused_refunded" : "refused_taken_off";
    await store.change(shopId, async (change) => {
      const params = { goods: goodsOf(sale, due.units), amount: `${sale.currency} ${formatMinor(wentMinor, sale.currency)}` };
      await change.record({
        orderId,
        actor,
        type: "payment",
        from: null,
        to: wentMinor > 0 ? "refunded" : "taken_off",
        reason: { code, params },
      });
      await readAnew(change, order.gid);
    });
  });
}

const readAnew = (s: ShopStore, orderGid: string): Promise<void> => s.enqueue("receive-order", { shopId: s.shopId, orderGid });

/** Where the goods went out from; null: Shopify does not say, and nothing is restocked. */
export const locationOf = ({ fulfillmentOrders }: Pick<SaleOrder, "fulfillmentOrders">, units: readonly Units[]): string | null =>
  fulfillmentOrders.find(({ lines }) => lines.some(({ lineId }) => units.some((one) => one.lineId === lineId)))?.locationGid ?? null;

/** The units in words. */
export const goodsOf = ({ lines }: Pick<SaleOrder, "lines">, units: readonly Units[]): string =>
  units.map(({ lineId, quantity }) => `${quantity} × ${lines.find(({ id }) => id === lineId)?.title ?? lineId}`).join(", ");

/** As the merchant reads it in Shopify's timeline. */
const noteOf = (sale: SaleOrder, units: readonly Units[]): string => `BIMCommerce: ${goodsOf(sale, units)}`.slice(0, 250);
