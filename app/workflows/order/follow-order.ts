import type { SaleOrder } from "~/domain/order/order";
import { isTakenBack, noWayOut } from "~/domain/order/way-out";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { cancelDelivery, takeBackDelivery } from "~/workflows/delivery/end-delivery";
import { noteNewAddress } from "~/workflows/delivery/note-new-address";
import { requestCredits } from "~/workflows/document/request-credits";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { resumeDocument } from "~/workflows/document/resume-document";

type Needs = Pick<Ports, "countries" | "clock">;
type New = { sale: SaleOrder; readAt: Date };

/**
 * An order we didn't know: its delivery, when somebody has to deliver it, and its invoice, when its payment issues one. One that is older than
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
  if (!code) await openDelivery(s, order);
  if (isPaid(sale)) await invoiceOnPayment(ports, s, order);
  return "new";
}

/** What a change means for the delivery and the invoice. Part of the caller's transaction. */
export async function followOrder(ports: Needs, s: ShopStore, known: OrderRecord, sale: SaleOrder): Promise<string> {
  const order = { ...known, sale };
  if (isPaid(sale) && !isPaid(known.sale)) {
    const [from, to] = [known.sale.financialStatus, sale.financialStatus];
    await s.record({ orderId: known.id, actor: "shopper", type: "order", from, to, reason: { code: "order_paid" } });
    await invoiceOnPayment(ports, s, order);
  }
  await followDelivery(s, order, known.sale, ports.clock.now());
  await wakeWaitingDocument(s, known.id);
  await requestCredits(ports, s, order);
  return "updated";
}

async function followDelivery(s: ShopStore, order: OrderRecord, before: SaleOrder, now: Date): Promise<void> {
  const { sale } = order;
  if (sale.cancelledAt) return before.cancelledAt ? undefined : cancelDelivery(s, order.id, now);
  if (isTakenBack(sale)) return isTakenBack(before) ? undefined : takeBackDelivery(s, order.id, now);
  const delivery = await s.deliveryOfOrder(order.id);
  if (!delivery && !order.predatesInstall && noWayOut(sale) === null) return openDelivery(s, order);
  if (delivery?.state === "unassigned") return s.enqueue("assign-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  if (delivery) await noteNewAddress(s, delivery, before, sale);
}

async function openDelivery(s: ShopStore, { id: orderId, sale }: OrderRecord): Promise<void> {
  const delivery = await s.insertDelivery({ orderId, currency: sale.currency });
  await s.enqueue("assign-delivery", { shopId: s.shopId, deliveryId: delivery.id });
}

/** Where nothing is to be delivered, the payment is the last thing that will happen: the invoice waits for nothing more. */
const invoiceOnPayment = (ports: Needs, s: ShopStore, order: OrderRecord): Promise<void> =>
  requestInvoice(ports, s, { order, moment: noWayOut(order.sale) === "nothing_to_ship" ? "on_delivery" : "on_payment" });

/** Data a document waited for may have come with this change. */
async function wakeWaitingDocument(s: ShopStore, orderId: string): Promise<void> {
  const document = await s.invoiceOfOrder(orderId);
  if (document?.state === "waiting_for_data" && document.attention) await resumeDocument(s, document);
}

const isPaid = (sale: SaleOrder): boolean => sale.financialStatus === "PAID";

/** Shopify tells whole seconds: an order of the second of the installation is ours. */
const isBefore = (placedAt: string, installedAt: Date): boolean =>
  Math.floor(Date.parse(placedAt) / 1000) < Math.floor(installedAt.getTime() / 1000);
