import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { positionColumns } from "~/workflows/courier/keep-attempt";
import { handedOver } from "./handed-over";
import { keepPhoto, shotOfForm, withPhoto, type KeptPhoto } from "./keep-photo";

export type HandOver = {
  shopId: string;
  deliveryId: string;
  /** Made with the form: pressed twice, it is one hand-over. */
  handOverId: string;
  receivedBy: string;
  photo: Uint8Array | null;
  actor: string;
};

/**
 * What is fetched is handed over at the counter: who took it, with a photo where one was taken. The moment is a delivery's, with all that
 * follows. Throws PermanentFailure not_a_pickup, delivery_is_final, report_id_taken, or what is wrong with the photo.
 */
export async function handOver(ports: Ports, input: HandOver): Promise<void> {
  const { shopId, deliveryId, handOverId: shotId, photo } = input;
  const s = ports.store.of(shopId);
  if (await handedOverBefore(s, input)) return;
  mayBeFetched(await s.findDelivery(deliveryId));
  const kept = photo ? await keepPhoto(ports, { shopId, shotId, photo }) : null;
  await withPhoto(ports, { shopId, photo: kept }, () => ports.store.change(shopId, (change) => hand(ports, change, input, kept)));
}

async function hand(ports: Ports, s: ShopStore, input: HandOver, photo: KeptPhoto | null): Promise<void> {
  const { deliveryId, actor } = input;
  await s.lock(`delivery:${deliveryId}`);
  if (await handedOverBefore(s, input)) return;
  const delivery = mayBeFetched(await s.findDelivery(deliveryId));
  const attempt = attemptOf(input, ports.clock.now());
  if (!(await s.insertAttempt(attempt))) throw new PermanentFailure("report_id_taken");
  if (photo) await s.insertShots([shotOfForm(photo, attempt)]);
  await handedOver(ports, s, delivery, { at: attempt.happenedAt, actor, proof: "here", reason: { code: "handed_over_at_counter" } });
}

async function handedOverBefore(s: ShopStore, { handOverId, deliveryId }: HandOver): Promise<boolean> {
  const attempt = await s.attempt(handOverId);
  if (attempt && attempt.deliveryId !== deliveryId) throw new PermanentFailure("report_id_taken");
  return attempt !== null;
}

function mayBeFetched(delivery: DeliveryRecord | null): DeliveryRecord {
  if (delivery?.method !== "pickup") throw new PermanentFailure("not_a_pickup");
  if (delivery.state !== "unassigned") throw new PermanentFailure("delivery_is_final", { state: delivery.state });
  return delivery;
}

const attemptOf = ({ handOverId, deliveryId, receivedBy }: HandOver, now: Date): Attempt => ({
  id: handOverId,
  deliveryId,
  courierId: null,
  outcome: "delivered",
  reason: null,
  note: null,
  receivedBy,
  happenedAt: now,
  receivedAt: now,
  ...positionColumns(null),
});
