import { weightier } from "~/domain/attention/weight";
import type { FailEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { reckonCommission } from "~/workflows/delivery/reckon-commission";
import { isReverse } from "~/domain/delivery/reverse";
import { endRunWithLast } from "~/workflows/run/end-run";
import { comeBack } from "~/workflows/run/leave-run";
import type { AtTheDoor } from "./at-the-door";
import { labelOf } from "./proof-columns";
import { keepAttempt, reasonOf } from "./keep-attempt";
import { noteUnphotographed } from "./note-unphotographed";

/** The courier was there and could not deliver. The delivery stays theirs, to be tried again. */
export async function failAttempt(ports: Pick<Ports, "ids" | "clock" | "links">, s: ShopStore, door: AtTheDoor<FailEvent>): Promise<void> {
  const { delivery, at, actor, courier, told, decision } = door;
  const { id: deliveryId, orderId, state: from } = delivery;
  await keepAttempt(ports, s, door, { stands: true });
  const unguided = decision.code === "set_out_without_guide" ? { code: decision.code, params: { courier } } : null;
  await s.updateDelivery(deliveryId, {
    state: "attempt_failed",
    reattemptOn: told.event.reattemptOn ?? null,
    ...(unguided && { attention: weightier(delivery.attention, unguided) }),
  });
  await reckonCommission(s, delivery, { order: await s.order(orderId), at, isDelivered: false });
  // The note is about a person, and an event is never edited: it stays with the attempt.
  const code = reasonOf(told.event);
  const label = labelOf(code, await s.shop());
  const reason = label === null ? { code } : { code, params: { label } };
  await s.record({ actor, type: "delivery", orderId, deliveryId, from, to: "attempt_failed", reason });
  if (unguided)
    await s.record({ actor, type: "delivery", orderId, deliveryId, from: "attempt_failed", to: "attempt_failed", reason: unguided });
  await noteUnphotographed(s, door);
  // Of a return nothing was fetched that could come back.
  if (isReverse(delivery)) await endRunWithLast(s, delivery.runId, ports.clock.now());
  else await comeBack(s, delivery, { actor, now: ports.clock.now() });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}
