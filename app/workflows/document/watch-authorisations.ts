import { captureDeadline, isCaptureUrgent } from "~/domain/order/capture-deadline";
import type { Ports } from "~/ports/ports";
import type { OrderRecord, Shop, Worded } from "~/ports/records";

type Needs = Pick<Ports, "store" | "clock" | "log">;
const OURS = ["authorisation_expiring", "authorisation_expired"] as const;

/** Every hour: a card that is only reserved and will soon be free again wants a delivery now, or another way to pay. */
export async function watchAuthorisations(ports: Needs): Promise<void> {
  for (const shop of await ports.store.installedShops()) {
    try {
      await watchShop(ports, shop);
    } catch (error) {
      ports.log.warn("authorisation_watch.failed", { shop: shop.domain, error: String(error) });
    }
  }
}

async function watchShop({ store, clock }: Needs, shop: Shop): Promise<void> {
  const s = store.of(shop.id);
  const due = new Map<string, Worded>();
  for (const order of await s.ordersToCapture()) {
    const worded = wordsFor(order, clock.now());
    if (worded) due.set(order.id, worded);
  }
  const marked = await s.deliveriesUnder(OURS);
  for (const { id, orderId } of marked) if (!due.has(orderId)) await s.updateDelivery(id, { attention: null });
  for (const [orderId, attention] of due) {
    const delivery = (await s.deliveriesOfOrder(orderId)).find(({ state }) => state !== "cancelled" && state !== "returned");
    // Whatever else is to be looked at was there first, and the order page shows this too.
    const isFree = delivery && (!delivery.attention || OURS.some((code) => code === delivery.attention?.code));
    if (isFree) await s.updateDelivery(delivery.id, { attention });
  }
}

function wordsFor({ sale }: OrderRecord, now: Date): Worded | null {
  const expiresAt = sale.cancelledAt ? null : captureDeadline(sale);
  if (!expiresAt || !isCaptureUrgent(expiresAt, now)) return null;
  if (expiresAt <= now) return { code: "authorisation_expired" };
  return { code: "authorisation_expiring", params: { date: expiresAt.toISOString() } };
}
