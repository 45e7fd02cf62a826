import { weightier } from "~/domain/attention/weight";
import { carriedBy } from "~/domain/delivery/carried";
import { refusedOf, worthRefused } from "~/domain/delivery/refusal";
import { pendingRefused } from "~/domain/delivery/refused-units";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { formatMinor } from "~/domain/money/money";
import type { Ports } from "~/ports/ports";
import type { OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { moneyMark } from "~/workflows/settlement/money-mark";

const REFUSED = "lines_refused";

/**
 * The recipient did not take everything: it comes back with the courier, it is not invoiced, and the desk is told what to refund. Part of the
 * caller's transaction, under the delivery's lock.
 */
export async function noteRefused(
  s: ShopStore,
  deliveryId: string,
  { event, actor }: { event: ConfirmEvent; actor: string },
): Promise<void> {
  if (!event.refused?.length) return;
  const delivery = await s.delivery(deliveryId);
  const { id: orderId, sale } = await s.order(delivery.orderId);
  const goods = carriedBy(delivery.lines, sale);
  const refused = refusedOf(event.refused, goods);
  if (refused.length === 0) return;
  const named = refused.map(({ lineId, quantity }) => `${quantity} × ${goods.find((line) => line.lineId === lineId)?.title ?? lineId}`);
  const amount = `${sale.currency} ${formatMinor(worthRefused(goods, refused), sale.currency)}`;
  const reason: Worded = { code: REFUSED, params: { goods: named.join(", "), amount } };
  await s.updateDelivery(deliveryId, { refused, owesRest: true, attention: weightier<Worded>(delivery.attention, reason) });
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: delivery.state, to: delivery.state, reason });
}

/** What was refused is refunded, or off the order: nobody has to look any more. Part of the caller's transaction. */
export async function settleRefused(
  ports: Pick<Ports, "countries">,
  s: ShopStore,
  { id, sale }: Pick<OrderRecord, "id" | "sale">,
): Promise<void> {
  const deliveries = await s.deliveriesOfOrder(id);
  if (pendingRefused(sale.lines, deliveries).length > 0) return;
  for (const { id: deliveryId } of deliveries.filter(({ attention }) => attention?.code === REFUSED)) {
    await s.lock(`delivery:${deliveryId}`);
    if ((await s.delivery(deliveryId)).attention?.code === REFUSED)
      await s.updateDelivery(deliveryId, { attention: await moneyMark(ports, s, deliveryId) });
  }
}
