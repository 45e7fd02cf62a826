import type { DeliveryEvent, EventKind, Outcome, Stamp } from "~/domain/phone-event/event";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import type { KeptPhoto } from "~/workflows/delivery/keep-photo";
import { applyEvent } from "./apply-event";

export type FormNeeds = Pick<Ports, "store" | "clock" | "countries" | "ids" | "addressKey" | "zones" | "links">;
/** `outcome`: what came of it, then or now. */
type Reported = { repeated: boolean; outcome: Outcome };
export type ByForm = { shopId: string; courierId: string; event: DeliveryEvent; photos?: readonly KeptPhoto[] };

/**
 * A form without a script tells an event too. It is worked out at once, so that the answer can say what came of it: what would change nothing
 * is refused and leaves no trace, for whoever pressed the button reads why. Sent again it is the same. Throws PermanentFailure
 * report_id_taken, delivery_not_yours, already_delivered, delivery_closed, not_loaded, guide_awaited, nothing_to_undo.
 */
export async function reportByForm(ports: FormNeeds, { shopId, courierId, event, photos = [] }: ByForm): Promise<Reported> {
  return ports.store.change(shopId, async (s) => {
    const arrival = { courierId, phoneId: null, deviceId: null, receivedAt: ports.clock.now(), events: [event] };
    const isFresh = (await s.insertPhoneEvents(arrival)).has(event.id);
    await s.lock(`phone-events:${courierId}`);
    const told = (await reportedBefore(s, { courierId, event }))!;
    if (!isFresh && told.appliedAt !== null) return { repeated: true, outcome: told.outcome! };
    const before = await s.findDelivery(event.deliveryId);
    const outcome = await applyEvent(ports, s, told, photos);
    mustHaveChanged(outcome, { kind: event.kind, isOwn: before?.courierId === courierId });
    return { repeated: false, outcome };
  });
}

/** What was told under this id before; an id that stands for something else is refused. */
export async function reportedBefore(s: ShopStore, { courierId, event }: Whose): Promise<PhoneEventRecord | null> {
  const told = await s.phoneEvent(courierId, event.id);
  if (!told) return null;
  if (told.event.deliveryId !== event.deliveryId || told.event.kind !== event.kind) throw new PermanentFailure("report_id_taken");
  return told;
}
type Whose = { courierId: string; event: Pick<DeliveryEvent, "id" | "deliveryId" | "kind"> };

/** By form only what happened at somebody's door is kept beside what stands: a second confirmation of one's own is a mistake. */
function mustHaveChanged({ code, params }: Outcome, { kind, isOwn }: { kind: EventKind; isOwn: boolean }): void {
  if (code === "not_yours" || (kind === "start" && code === "kept_given_to_another")) throw new PermanentFailure("delivery_not_yours");
  if (kind === "start" && code === "kept_cancelled") throw new PermanentFailure("delivery_closed");
  if (kind === "undo" && code === "not_needed") throw new PermanentFailure("nothing_to_undo");
  if (code === "hindered") throw new PermanentFailure(params?.why ?? "unknown");
  if (code === "kept_delivered_before" && isOwn) throw new PermanentFailure("already_delivered");
}

/** A form tells no counter and nothing of what its browser last saw of us. */
export const stampOfForm = (happenedAt: Date | null, now: Date): Stamp => ({
  deviceAt: (happenedAt ?? now).toISOString(),
  counter: 0,
  serverAt: null,
  deviceAtServer: null,
  elapsedMs: null,
});
