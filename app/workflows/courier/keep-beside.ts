import { weightier } from "~/domain/attention/weight";
import type { ConfirmEvent, FailEvent, ReturnEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { keepCollected } from "~/workflows/settlement/note-collected";
import { noteAttempt } from "~/workflows/settlement/note-earned";
import { courierName, saidIn, type AtTheDoor } from "./at-the-door";
import { keepAttempt } from "./keep-attempt";
import { noteUnphotographed } from "./note-unphotographed";

type Door = AtTheDoor<ConfirmEvent | FailEvent | ReturnEvent>;

/** What a courier did is written down beside what stands; that two say they have delivered the same, a person must look at. */
export async function keepBeside(ports: Pick<Ports, "ids" | "links">, s: ShopStore, door: Door): Promise<void> {
  const { delivery, actor } = door;
  const { id: deliveryId, orderId, state } = delivery;
  const isUndone = door.decision.code === "kept_undone";
  await keepAttempt(ports, s, door, { stands: false, undoneAt: isUndone ? door.at : null });
  if (!isUndone) await keepPay(s, door);
  const reason = isUndone ? undoneReason(door) : await reasonOf(s, door);
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason });
  if (reason.code === "delivered_twice") await s.updateDelivery(deliveryId, { attention: weightier(delivery.attention, reason) });
  // Of a confirmation nothing follows here.
  if (!isUndone && !isConfirmation(door)) await noteUnphotographed(s, door);
}

/**
 * Paid work, and money that they have in hand, are theirs whatever stands; of a delivery that is theirs both were counted with it, but that nobody
 * reckons one that was cancelled.
 */
async function keepPay(s: ShopStore, door: Door): Promise<void> {
  const { delivery, told, at } = door;
  const { courierId } = told;
  if (told.event.kind === "return") return;
  if (delivery.courierId === courierId && delivery.state !== "cancelled") return;
  if (isConfirmation(door)) return void (await keepCollected(s, delivery, saidIn(door)));
  await noteAttempt(s, delivery, { courierId, at });
}

/** It was a mistake before it came: neither money nor work follows from it. */
const undoneReason = (door: Door): Worded => (isConfirmation(door) ? { code: "confirmation_undone" } : { code: "attempt_undone" });

const isConfirmation = (door: Door): door is AtTheDoor<ConfirmEvent> => door.told.event.kind === "confirm";

async function reasonOf(s: ShopStore, { told, delivery, courier }: Door): Promise<Worded> {
  if (told.event.kind === "fail") return { code: "attempt_kept", params: { courier } };
  if (told.event.kind === "return") return { code: "return_kept", params: { courier } };
  if (delivery.courierId === told.courierId) return { code: "confirmed_again", params: { courier } };
  const first = delivery.courierId === null ? null : await courierName(s, delivery.courierId);
  return first === null
    ? { code: "confirmed_though_fetched", params: { courier } }
    : { code: "delivered_twice", params: { courier, first } };
}
