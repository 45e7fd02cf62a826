import { OPEN_STATES } from "~/domain/delivery/states";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Shop } from "~/ports/records";

/** Whether the shop gives its shoppers a PIN to say at the door. */
export const isPinWanted = ({ proofRules }: Pick<Shop, "proofRules">): boolean => (proofRules?.pin ?? "off") !== "off";

/** The PIN of a delivery that a courier may still bring; null: it has none, or needs none any more. */
export const openPin = ({ links }: Pick<Ports, "links">, shop: Pick<Shop, "proofRules">, delivery: Pick<DeliveryRecord, "id" | "state">) =>
  isPinWanted(shop) && OPEN_STATES.includes(delivery.state) ? links.deliveryPin(delivery.id) : null;

type Needs = Pick<Ports, "store" | "mail" | "letters" | "links">;

/** The courier has set out: the shopper learns which PIN to say. Without an address there is no mail; a refused one is told on the order. */
export async function tellPin({ store, mail, letters, links }: Needs, { shopId, deliveryId }: { shopId: string; deliveryId: string }) {
  const s = store.of(shopId);
  const [shop, delivery] = [await s.shop(), await s.delivery(deliveryId)];
  const order = await s.order(delivery.orderId);
  const { email: to, locale } = order.sale;
  const pin = openPin({ links }, shop, delivery);
  const about = { orderId: order.id, deliveryId, actor: "system", type: "notice" };
  if (pin === null) return;
  if (!to) return s.record({ ...about, reason: { code: "pin_not_told" } });
  const messageId = `<pin-${deliveryId}-${delivery.startedAt?.getTime() ?? 0}@${shop.domain}>`;
  try {
    await mail.send(letters.deliveryPin({ to, locale: locale ?? shop.locale, shop, orderName: order.name, pin, messageId }));
  } catch (error) {
    if (error instanceof PermanentFailure) await s.record({ ...about, reason: { code: "pin_not_told" } });
    throw error;
  }
  await s.record({ ...about, reason: { code: "pin_told" } });
}
