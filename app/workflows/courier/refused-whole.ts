import { weightier } from "~/domain/attention/weight";
import { carriedBy } from "~/domain/delivery/carried";
import { isAllRefused } from "~/domain/delivery/refusal";
import type { ConfirmEvent, DeliveryEvent, FailEvent } from "~/domain/phone-event/event";
import { formatMinor } from "~/domain/money/money";
import { PermanentFailure } from "~/ports/failures";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { keepCollected } from "~/workflows/settlement/note-collected";
import { saidIn, type AtTheDoor } from "./at-the-door";

type Told<E extends DeliveryEvent = DeliveryEvent> = PhoneEventRecord & { event: E };
type Delivery = Pick<DeliveryRecord, "orderId" | "lines">;

/**
 * A report as it counts: where nothing was taken, nothing was delivered, whatever its phone called it. It is a failed attempt, refused by the
 * recipient; what was told stays as it was told.
 */
export async function asItCounts(s: ShopStore, told: Told, delivery: Delivery): Promise<Told> {
  const { event } = told;
  return event.kind === "confirm" && (await isRefusedWhole(s, delivery, event)) ? { ...told, event: failureOf(event) } : told;
}

/** By form it is refused as the page refuses it: the courier is asked for a failed attempt. Throws PermanentFailure all_refused. */
export async function mayHaveTaken(s: ShopStore, delivery: Delivery, event: ConfirmEvent): Promise<void> {
  if (await isRefusedWhole(s, delivery, event)) throw new PermanentFailure("all_refused");
}

async function isRefusedWhole(s: ShopStore, { orderId, lines }: Delivery, { refused = [] }: ConfirmEvent): Promise<boolean> {
  return refused.length > 0 && isAllRefused(refused, carriedBy(lines, (await s.order(orderId)).sale));
}

const failureOf = ({ id, deliveryId, stamp, position, photos }: ConfirmEvent): FailEvent => ({
  ...{ kind: "fail", id, deliveryId, stamp, position, photos },
  ...{ reason: "refused", note: null, reattemptOn: null },
});

/** Money that changed hands all the same is in the courier's account, and the desk reads that nothing was owed. Part of the caller's transaction. */
export async function keepPaidForNothing(s: ShopStore, door: AtTheDoor<ConfirmEvent>): Promise<void> {
  const { delivery, told } = door;
  const { collected } = told.event;
  if (!collected || collected.minor === 0) return;
  // Of a delivery of theirs it was counted with it.
  if (delivery.state === "delivered" && delivery.courierId === told.courierId) return;
  await keepCollected(s, delivery, saidIn(door));
  const amount = (minor: number) => formatMinor(minor, collected.currency);
  const params = { due: amount(0), collected: amount(collected.minor), because: collected.because ?? "" };
  const { attention } = await s.delivery(delivery.id);
  await s.updateDelivery(delivery.id, { attention: weightier(attention, { code: "collected_more", params }) });
}
