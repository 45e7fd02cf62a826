import type { SaleOrder } from "~/domain/order/order";
import { isDeliveredAtSale, isTakenBack, noWayOut } from "~/domain/order/way-out";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { cancelDeliveries, takeBackDeliveries } from "~/workflows/delivery/end-delivery";
import { settleRefused } from "~/workflows/courier/note-refused";
import { requestCredits } from "~/workflows/document/request-credits";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { noteRest } from "~/workflows/document/rest-of-order";
import { resumeDocument } from "~/workflows/document/resume-document";
import { followReturns } from "~/workflows/return/follow-returns";
import { markWhenCollected } from "~/workflows/settlement/mark-when-collected";
import { forgetUnpaid } from "~/workflows/settlement/money-mark";
import { followWays } from "./follow-ways";

type Needs = Pick<Ports, "countries" | "clock" | "zones" | "addressKey">;
type New = { sale: SaleOrder; readAt: Date };

/**
 * An order we didn't know: its deliveries, one for each way out, and its invoice, when its payment issues one. One that is older than
 * the installation was looked after otherwise: it is kept for the desk, and invoiced by hand only. Part of the caller's transaction.
 */
export async function beginOrder(ports: Needs, s: ShopStore, { sale, readAt }: New): Promise<string> {
  const predatesInstall = isBefore(sale.placedAt, (await s.shop()).installedAt);
  const order = await s.insertOrder({ sale, fiscalData: sale.fiscalData, readAt, predatesInstall });
  const code = predatesInstall ? "placed_before_install" : noWayOut(sale);
  const reason = code ? { code } : null;
  await s.record({ orderId: order.id, actor: "shopper", type: "order", from: null, to: "received", reason });
  if (predatesInstall) return "new, placed before the install";
  if (sale.cancelledAt) return "new, cancelled";
  if (code !== "order_refunded") await followWays(ports, s, order, null);
  if (isPaid(sale)) await invoiceOnPayment(ports, s, order);
  return "new";
}

/** What a change means for the deliveries and the invoice. Part of the caller's transaction. */
export async function followOrder(ports: Needs, s: ShopStore, known: OrderRecord, sale: SaleOrder): Promise<string> {
  const order = { ...known, sale };
  const isPayment = isPaid(sale) && !isPaid(known.sale);
  if (isPayment) {
    const [from, to] = [known.sale.financialStatus, sale.financialStatus];
    await s.record({ orderId: known.id, actor: "shopper", type: "order", from, to, reason: { code: "order_paid" } });
  }
  // Before the invoice, as at the door: who holds an order's invoice never waits for one of its deliveries.
  await followDeliveries(ports, s, order, known.sale);
  await followReturns(ports, s, order, known.sale);
  if (isPayment) {
    await invoiceOnPayment(ports, s, order);
    await forgetUnpaid(s, known.id);
    // What a courier was still to collect is no longer among the cash that they may have.
    await tryWaiting(s);
  } else if (!isPaid(sale) && !sale.cancelledAt) await markWhenCollected(ports, s, order);
  await wakeWaitingDocument(s, known.id);
  await requestCredits(ports, s, order);
  await noteRest(ports, s, order);
  return "updated";
}

async function followDeliveries(ports: Needs, s: ShopStore, order: OrderRecord, before: SaleOrder): Promise<void> {
  const { sale } = order;
  const now = ports.clock.now();
  await settleRefused(ports, s, order);
  if (sale.cancelledAt) return before.cancelledAt ? undefined : cancelDeliveries(s, order.id, now);
  if (isTakenBack(sale)) return isTakenBack(before) ? undefined : takeBackDeliveries(s, order.id, now);
  if (!order.predatesInstall) await followWays(ports, s, order, before);
}

/** Where nothing is brought any more, the payment is the last thing that will happen: the invoice waits for nothing more. */
async function invoiceOnPayment(ports: Needs, s: ShopStore, order: OrderRecord): Promise<void> {
  if (noWayOut(order.sale) === "gift_cards_only" && (await s.shop()).giftCards === "on_redemption") return;
  await requestInvoice(ports, s, { order, moment: isDeliveredAtSale(order.sale) ? "on_delivery" : "on_payment" });
}

/** Data a document waited for may have come with this change. */
async function wakeWaitingDocument(s: ShopStore, orderId: string): Promise<void> {
  for (const document of await s.invoicesOfOrder(orderId))
    if (document.state === "waiting_for_data" && document.attention) await resumeDocument(s, document);
}

const isPaid = (sale: SaleOrder): boolean => sale.financialStatus === "PAID";

/** Shopify tells whole seconds: an order of the second of the installation is ours. */
const isBefore = (placedAt: string, installedAt: Date): boolean =>
  Math.floor(Date.parse(placedAt) / 1000) < Math.floor(installedAt.getTime() / 1000);
