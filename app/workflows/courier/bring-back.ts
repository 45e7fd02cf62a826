import type { ReturnEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { shareAnew } from "~/workflows/delivery/share-anew";
import { endRunWithLast } from "~/workflows/run/end-run";
import { isReverse } from "~/domain/delivery/reverse";
import { proposeRefund } from "~/workflows/return/settle-returned";
import { comeBack } from "~/workflows/run/leave-run";
import type { AtTheDoor } from "./at-the-door";
import { keepAttempt } from "./keep-attempt";
import { noteUnphotographed } from "./note-unphotographed";

type Needs = Pick<Ports, "ids" | "clock" | "links">;
type Door = AtTheDoor<ReturnEvent>;

/**
 * The goods are at the shop again, by the courier's photo and the name of who took them. What they are paid for their attempts stays as it was
 * reckoned; what the order has once counts with another of its deliveries, if there is one. Of a delivery that was taken in part it is the rest, of
 * a return all that was fetched.
 */
export async function bringBack(ports: Needs, s: ShopStore, door: Door): Promise<void> {
  if (door.delivery.state === "delivered") return bringBackRest(ports, s, door);
  const { delivery, actor } = door;
  const { id: deliveryId, orderId, state: from, runId } = delivery;
  for (const { id } of await s.deliveriesOfOrder(orderId)) await s.lock(`delivery:${id}`);
  const before = await s.deliveriesOfOrder(orderId);
  await keepAttempt(ports, s, door, { stands: true });
  // Whatever a person had to decide of what was out is decided.
  await s.updateDelivery(deliveryId, { state: "returned", attention: null, reattemptOn: null });
  await s.record({ actor, type: "delivery", orderId, deliveryId, from, to: "returned", reason: { code: "brought_back" } });
  await noteUnphotographed(s, door);
  await shareAnew(s, await s.order(orderId), before);
  // After a failed attempt it was told with that under which guide it comes back.
  if (from === "out_for_delivery") await comeBack(s, delivery, { actor, now: ports.clock.now() });
  else await endRunWithLast(s, runId, ports.clock.now());
  await tryWaiting(s);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

/** What is refunded for it the shop decides on the order, where it stays marked until then. */
async function bringBackRest(ports: Needs, s: ShopStore, door: Door): Promise<void> {
  const { id: deliveryId, orderId, state } = door.delivery;
  await keepAttempt(ports, s, door, { stands: true });
  await s.updateDelivery(deliveryId, { owesRest: false });
  await s.record({
    actor: door.actor,
    type: "delivery",
    orderId,
    deliveryId,
    from: state,
    to: state,
    reason: { code: isReverse(door.delivery) ? "return_at_shop" : "rest_brought_back" },
  });
  await noteUnphotographed(s, door);
  if (!isReverse(door.delivery)) return;
  await endRunWithLast(s, door.delivery.runId, ports.clock.now());
  await proposeRefund(s, deliveryId);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}
