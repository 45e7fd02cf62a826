import { isReverse } from "~/domain/delivery/reverse";
import { weightier } from "~/domain/attention/weight";
import { PARCEL_WITH_OTHER } from "~/domain/delivery/parcel-with-other";
import type { Choice } from "~/domain/assignment/choice";
import type { StopMove } from "~/ports/courier-records";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { leaveRun } from "~/workflows/run/leave-run";

type Move = { choice: Choice | null; from: string; actor: string; now: Date };

/**
 * A stop of a courier who is out goes to whom it was given; what nobody can take waits at the shop, or stays with the parcel. Part of the
 * caller's transaction, under the delivery's lock.
 */
export async function moveStop(s: ShopStore, delivery: DeliveryRecord, move: Move): Promise<StopMove> {
  const { id: deliveryId, orderId, state: from } = delivery;
  const { patch, reason } = changeOf(delivery, move);
  await s.updateDelivery(deliveryId, patch);
  const to = patch.state ?? from;
  await s.record({ orderId, deliveryId, actor: move.actor, type: "delivery", from, to, reason });
  if (patch.courierId !== undefined) {
    await leaveRun(s, delivery, move);
    await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
  }
  return { deliveryId, before: pictureOf(delivery), after: pictureOf({ ...delivery, ...patch }) };
}

type Change = { patch: Partial<DeliveryRecord>; reason: Worded };

function changeOf(delivery: DeliveryRecord, { choice, from, now }: Move): Change {
  // Of a return's goods nobody has anything until they were fetched.
  const isAtTheShop = delivery.state === "assigned" || isReverse(delivery);
  const { attention } = delivery;
  if (choice?.courierId) {
    const { courier = "" } = choice.params;
    const reason = { code: "moved_courier_out", params: { from, courier } };
    const fetched = isAtTheShop ? attention : weightier(attention, { code: PARCEL_WITH_OTHER, params: { from, courier } });
    const assignment = { code: choice.code, params: { ...delivery.assignment?.params, ...choice.params }, considered: choice.considered };
    return { patch: { state: "assigned", courierId: choice.courierId, assignedAt: now, assignment, attention: fetched }, reason };
  }
  if (!isAtTheShop) {
    const stays = { code: "courier_out_with_parcel", params: { courier: from } };
    return { patch: { attention: weightier(attention, stays) }, reason: stays };
  }
  const waits = choice && { code: choice.code, params: choice.params };
  const assignment = choice && { ...waits!, considered: choice.considered };
  const reason = { code: "waits_courier_out", params: { courier: from } };
  return { patch: { state: "unassigned", courierId: null, assignedAt: null, assignment, attention: waits }, reason };
}

const pictureOf = ({ state, courierId, zoneId, runId, attention, assignment, assignedAt }: DeliveryRecord): StopMove["before"] => ({
  ...{ state, courierId, zoneId, runId, attention, assignment },
  assignedAt: assignedAt?.toISOString() ?? null,
});
