import { hasLeft, planWays } from "~/domain/order/match-ways";
import type { SaleOrder } from "~/domain/order/order";
import type { Way } from "~/domain/order/way";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isOnlyNotice } from "~/workflows/delivery/price-notice";
import { askForCourier } from "~/workflows/delivery/ask-for-courier";
import { noteNewAddress } from "~/workflows/delivery/note-new-address";
import { becomes, takenByCarrier } from "~/workflows/delivery/change-way";
import { handedOver } from "~/workflows/delivery/handed-over";
import { renewPriceNotice } from "~/workflows/delivery/renew-price-notice";
import { shareAnew } from "~/workflows/delivery/share-anew";
import { loseWay } from "~/workflows/delivery/lose-way";

type Needs = Pick<Ports, "countries" | "clock" | "zones" | "addressKey">;

const IS_OVER = new Set<DeliveryRecord["state"]>(["delivered", "returned", "cancelled"]);

/**
 * An order's deliveries follow its ways out, as Shopify's fulfilment orders say: each known one its own, a new one for what has none yet, and
 * one whose way is gone ends (docs/decisions/0012-ways-out.md). `before`: the order as it was, when it was known. Part of the caller's transaction.
 */
export async function followWays(ports: Needs, s: ShopStore, order: OrderRecord, before: SaleOrder | null): Promise<void> {
  for (const { id, state } of await s.deliveriesOfOrder(order.id)) if (!IS_OVER.has(state)) await s.lock(`delivery:${id}`);
  const known = new Map((await s.deliveriesOfOrder(order.id)).map((delivery) => [delivery.id, delivery]));
  const { kept, fresh, gone } = planWays(order.sale, [...known.values()]);
  for (const { id, way } of kept) await followWay(ports, s, known.get(id)!, way);
  for (const way of fresh) await openWay(ports, s, order, way);
  for (const id of gone) await loseWay(ports, s, known.get(id)!);
  await shareAnew(s, order, [...known.values()]);
  for (const { id } of known.values()) await goOn(ports, s, await s.delivery(id), order, before);
}

const contentOf = ({ locationGid, fulfillmentOrderGids, lines }: Way) => ({ locationGid, fulfillmentOrderGids, lines });
const isSame = (delivery: DeliveryRecord, way: Way): boolean =>
  JSON.stringify(contentOf({ ...way, ...delivery })) === JSON.stringify(contentOf(way));

async function followWay(ports: Needs, s: ShopStore, delivery: DeliveryRecord, way: Way): Promise<void> {
  // What was brought stays what it was; only what was assumed learns where it belonged.
  if (IS_OVER.has(delivery.state) && delivery.fulfillmentOrderGids.length > 0) return;
  if (!isSame(delivery, way)) {
    await s.updateDelivery(delivery.id, contentOf(way));
    // What it is fulfilled by at Shopify was opened, or changed, only now.
    if (hasLeft(delivery)) await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  }
  if (IS_OVER.has(delivery.state)) return;
  if (hasLeft(delivery)) return way.shipment ? noteForeignShipment(s, delivery) : undefined;
  await takeWay(ports, s, delivery, way);
}

/** It waits at the shop, or is a carrier's: its method, and how far it is, are Shopify's to say. */
async function takeWay(ports: Needs, s: ShopStore, delivery: DeliveryRecord, way: Way): Promise<void> {
  const { shipment, method } = way;
  const isNew = delivery.method !== method;
  if (shipment && method === "carrier" && delivery.state !== "out_for_delivery") await takenByCarrier(ports, s, delivery, shipment);
  else if (isNew) await becomes(ports, s, delivery, method);
  const deliveredAt = method === "pickup" ? shipment?.at : shipment?.deliveredAt;
  if (!shipment || !deliveredAt) return;
  const code = method === "pickup" ? "picked_up" : "carrier_delivered";
  const news = { at: new Date(deliveredAt), reason: { code }, fulfillmentGid: shipment.gid };
  await handedOver(ports, s, await s.delivery(delivery.id), {
    ...news,
    proof: "here",
    actor: method === "pickup" ? "merchant" : "carrier",
  });
}

async function openWay(ports: Needs, s: ShopStore, { id: orderId, sale }: OrderRecord, way: Way): Promise<void> {
  const method = way.method === "carrier" ? "courier" : way.method;
  const delivery = await s.insertDelivery({ orderId, currency: sale.currency, method, ...contentOf(way) });
  if (way.shipment) return takeWay(ports, s, delivery, way);
  if (method === "courier") return askForCourier(s, delivery.id);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
}

/** Our courier has it and somebody fulfilled it at Shopify: nothing moves, a person looks. */
async function noteForeignShipment(s: ShopStore, { id: deliveryId, orderId, state, attention }: DeliveryRecord): Promise<void> {
  const reason = { code: "fulfilled_by_hand" };
  if (!isOnlyNotice(attention)) return;
  await s.updateDelivery(deliveryId, { attention: reason });
  await s.record({ orderId, deliveryId, actor: "merchant", type: "delivery", from: state, to: state, reason });
}

async function goOn(ports: Needs, s: ShopStore, delivery: DeliveryRecord, { sale }: OrderRecord, before: SaleOrder | null): Promise<void> {
  if (delivery.method !== "courier") return;
  if (delivery.state === "unassigned") return askForCourier(s, delivery.id);
  if (!before) return;
  if (delivery.fulfillmentGid === null && hasLeft(delivery) && isReleased(delivery, before, sale))
    await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  await noteNewAddress(ports, s, delivery, before, sale);
  await renewPriceNotice(s, delivery, before, sale);
}

/**
 * What Shopify held (an exchange until what it leaves to pay is paid, say) could not be fulfilled while its courier brought it: it can be now.
 */
function isReleased({ fulfillmentOrderGids }: DeliveryRecord, before: SaleOrder, now: SaleOrder): boolean {
  const statusIn = (sale: SaleOrder, wanted: string) => sale.fulfillmentOrders.find(({ gid }) => gid === wanted)?.status;
  return fulfillmentOrderGids.some(
    (gid) => statusIn(before, gid) === "ON_HOLD" && ["OPEN", "IN_PROGRESS"].includes(statusIn(now, gid) ?? ""),
  );
}
