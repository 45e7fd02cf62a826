import type { Decision } from "~/domain/phone-event/decide";
import type { ConfirmEvent, DeliveryEvent } from "~/domain/phone-event/event";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import type { KeptPhoto } from "~/workflows/delivery/keep-photo";

/** One event, with all that is known when it is worked out. `at`: when it happened, in our time. `photos`: of a form, which brings its own. */
export type AtTheDoor<E extends DeliveryEvent = DeliveryEvent> = {
  told: PhoneEventRecord & { event: E };
  delivery: DeliveryRecord;
  decision: Decision;
  at: Date;
  /** Its phone's clock was changed since we last heard of it. */
  isClockChanged: boolean;
  /** The courier's name, and how events name them. */
  courier: string;
  actor: string;
  photos: readonly KeptPhoto[];
};

/** A courier's name; of one who is unknown the id. */
export async function courierName(s: ShopStore, courierId: string): Promise<string> {
  return (await s.courierName(courierId)) ?? courierId;
}

/** What a confirmation says of money. One of an earlier program of ours says nothing. */
export const saidIn = ({ told, at, actor }: AtTheDoor<ConfirmEvent>) => ({
  ...{ attemptId: told.event.id, courierId: told.courierId, at, actor },
  collected: told.event.collected ?? null,
});
