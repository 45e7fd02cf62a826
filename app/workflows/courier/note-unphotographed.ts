import { weightier } from "~/domain/attention/weight";
import type { ConfirmEvent, FailEvent, ReturnEvent } from "~/domain/phone-event/event";
import { owesPhoto } from "~/domain/proof/owed-photo";
import type { Shop, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import type { AtTheDoor } from "./at-the-door";

type Door = Pick<AtTheDoor<ConfirmEvent | FailEvent | ReturnEvent>, "told" | "photos" | "delivery" | "actor" | "courier">;

/** Whether a report came without the photo that it must have. A form's photos come beside its event. */
export const isPhotoOwed = (
  { told, photos }: Pick<Door, "told" | "photos">,
  { failureReasons = null }: Pick<Shop, "failureReasons">,
): boolean => photos.length === 0 && owesPhoto(told.event, failureReasons);

/**
 * Our own program asks for that photo and so does the form; who leaves it out all the same is believed, and the desk reads it. Part of the caller's
 * transaction, once the report is written down. A confirmation has a signal of its own, and its invoice waits for a photo.
 */
export async function noteUnphotographed(s: ShopStore, door: Door): Promise<void> {
  if (!isPhotoOwed(door, await s.shop())) return;
  const { actor, delivery, courier, told } = door;
  const { id: deliveryId, orderId } = delivery;
  const { state, attention } = await s.delivery(deliveryId);
  const reason = markOf(told.event.kind, courier);
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason });
  await s.updateDelivery(deliveryId, { attention: weightier<Worded>(attention, reason) });
}

function markOf(kind: "confirm" | "fail" | "return", courier: string): Worded {
  const params = { courier };
  switch (kind) {
    case "confirm":
      return { code: "fetched_unphotographed", params };
    case "fail":
      return { code: "attempt_unphotographed", params };
    case "return":
      return { code: "return_unphotographed", params };
  }
}
