import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { tryWaiting } from "~/workflows/assignment/wake";
import { leaveRun } from "~/workflows/run/leave-run";
import { canBecome } from "~/domain/delivery/states";
import { currentNotice } from "./price-notice";

type Input = { shopId: string; deliveryId: string; courierId: string; actor: string };

/**
 * A person gives a delivery to a courier of their choice; the choice is kept as the reason. Price and commission stay the zone's; where no zone
 * gave any, and where the buyer was charged otherwise, that stays in sight.
 */
export async function reassignDelivery(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { shopId, deliveryId, courierId, actor }: Input,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    const courier = (await s.couriers()).find(({ id }) => id === courierId);
    if (!courier?.active) throw new PermanentFailure("courier_unknown");
    if (delivery.method !== "courier") throw new PermanentFailure("no_couriers_delivery");
    if (!canBecome(delivery.state, "assigned")) throw new PermanentFailure("delivery_is_final", { state: delivery.state });
    if (delivery.courierId === courierId && delivery.state === "assigned") return;
    const { sale } = await s.order(delivery.orderId);
    const reason = { code: "by_hand", params: { courier: courier.name } };
    await s.updateDelivery(deliveryId, {
      state: "assigned",
      courierId,
      assignedAt: clock.now(),
      assignment: { ...reason, considered: delivery.assignment?.considered ?? [] },
      // The money given back is no less true for another courier.
      attention: delivery.attention?.code === "order_refunded" ? delivery.attention : await currentNotice(s, sale, delivery),
    });
    await s.record({ orderId: delivery.orderId, deliveryId, actor, type: "delivery", from: delivery.state, to: "assigned", reason });
    if (delivery.courierId !== courierId) await leaveRun(s, delivery, { actor, now: clock.now() });
    await tryWaiting(s);
    await s.enqueue("publish-delivery", { shopId, deliveryId });
  });
}
