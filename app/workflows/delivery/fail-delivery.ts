import type { FailureReason } from "~/domain/delivery/states";
import { begunAt, trueTime } from "~/domain/delivery/true-time";
import type { Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/records";
import { positionColumns, type Position } from "./confirm-delivery";
import { comeBack } from "~/workflows/run/leave-run";
import { reckonCommission } from "./reckon-commission";
import { courierActor, mustBecome, ownDelivery, reportedBefore } from "./own-delivery";

export type FailDelivery = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made on the phone: the same report sent again is the same attempt. */
  attemptId: string;
  reason: FailureReason;
  happenedAt: Date | null;
  position?: Position | null;
  note?: string | null;
};

/** The courier was there and could not deliver. The delivery stays theirs, to be tried again. */
export async function failDelivery(
  ports: Pick<Ports, "store" | "clock">,
  input: FailDelivery,
): Promise<{ attempt: Attempt; repeated: boolean }> {
  const { shopId, courierId, deliveryId, attemptId: id, reason, note = null } = input;
  return ports.store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const before = await reportedBefore(s, id, { courierId, deliveryId, outcome: "failed" });
    if (before) return { attempt: before, repeated: true };
    const delivery = await ownDelivery(s, { courierId, deliveryId });
    mustBecome(delivery, "attempt_failed");
    const receivedAt = ports.clock.now();
    const attempt: Attempt = {
      id,
      deliveryId,
      courierId,
      outcome: "failed",
      reason,
      note,
      receivedBy: null,
      happenedAt: trueTime(input.happenedAt, receivedAt, begunAt(delivery)),
      receivedAt,
      ...positionColumns(input.position),
    };
    await s.insertAttempt(attempt);
    await s.updateDelivery(deliveryId, { state: "attempt_failed" });
    const known = { order: await s.order(delivery.orderId), at: attempt.happenedAt, isDelivered: false };
    await reckonCommission(s, delivery, known);
    const actor = await courierActor(s, courierId);
    await s.record({
      actor,
      type: "delivery",
      orderId: delivery.orderId,
      deliveryId,
      from: delivery.state,
      to: "attempt_failed",
      // The note is about a person, and an event is never edited: it stays with the attempt.
      reason: { code: reason },
    });
    await comeBack(s, delivery, { actor, now: receivedAt });
    await s.enqueue("publish-delivery", { shopId, deliveryId });
    return { attempt, repeated: false };
  });
}
