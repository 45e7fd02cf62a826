import { canBecome, type DeliveryState } from "~/domain/delivery/states";
import { PermanentFailure } from "~/ports/failures";
import type { Attempt, DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Own = { courierId: string; deliveryId: string };

/** The courier's delivery. Another's, or none, is the same refusal: nobody learns what exists. */
export async function ownDelivery(store: ShopStore, { courierId, deliveryId }: Own): Promise<DeliveryRecord> {
  const delivery = await store.findDelivery(deliveryId);
  if (!delivery || delivery.courierId !== courierId) throw new PermanentFailure("delivery_not_yours");
  return delivery;
}

/** What the phone reported under this id before, when it sends it again; an id that stands for something else is refused. */
export async function reportedBefore(store: ShopStore, id: string, report: Own & Pick<Attempt, "outcome">): Promise<Attempt | null> {
  const attempt = await store.attempt(id);
  if (!attempt) return null;
  const isSame = attempt.deliveryId === report.deliveryId && attempt.courierId === report.courierId && attempt.outcome === report.outcome;
  if (!isSame) throw new PermanentFailure("report_id_taken");
  return attempt;
}

/** Throws PermanentFailure naming what stands in the way: already_delivered | delivery_closed | delivery_not_started. */
export function mustBecome(delivery: DeliveryRecord, to: DeliveryState): void {
  if (canBecome(delivery.state, to)) return;
  if (delivery.state === "delivered") throw new PermanentFailure("already_delivered");
  throw new PermanentFailure(delivery.state === "assigned" ? "delivery_not_started" : "delivery_closed");
}

/** How events name a courier. */
export async function courierActor(store: ShopStore, courierId: string): Promise<string> {
  const courier = (await store.couriers()).find(({ id }) => id === courierId);
  return `courier:${courier?.name ?? courierId}`;
}
