import { begunAt, trueTime } from "~/domain/delivery/true-time";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Attempt, DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { rememberConfirmed } from "~/workflows/order/locate-address";
import { handedOver } from "./handed-over";
import { keepPhoto, shotOfForm, withPhoto, type KeptPhoto } from "./keep-photo";
import { courierActor, mustBecome, ownDelivery, reportedBefore } from "./own-delivery";

export type Position = { latitude: number; longitude: number; accuracyMetres: number | null };
export type ConfirmDelivery = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made on the phone: sent again after a lost answer, it is the same confirmation. */
  confirmationId: string;
  receivedBy: string;
  photo: Uint8Array;
  happenedAt: Date | null;
  position?: Position | null;
};

/**
 * Delivered, with a photo as proof: the delivery's state, its event, Shopify's news and the invoice follow in one transaction.
 * Throws PermanentFailure for a photo that is none, a delivery that isn't theirs, or one that is delivered already.
 */
export async function confirmDelivery(ports: Ports, input: ConfirmDelivery): Promise<{ attempt: Attempt; repeated: boolean }> {
  const { shopId, confirmationId: shotId } = input;
  const before = await mayConfirm(ports.store.of(shopId), input);
  if (before) return { attempt: before, repeated: true };
  const photo = await keepPhoto(ports, { shopId, shotId, photo: input.photo });
  return withPhoto(ports, { shopId, shotId, photo }, () => ports.store.change(shopId, (s) => deliver(s, ports, input, photo)));
}

/** Refuses before a byte is stored; the first result when the phone sends again. */
async function mayConfirm(s: ShopStore, { courierId, deliveryId, confirmationId, photo }: ConfirmDelivery): Promise<Attempt | null> {
  const before = await reportedBefore(s, confirmationId, { courierId, deliveryId, outcome: "delivered" });
  if (before) return before;
  mustBecome(await ownDelivery(s, { courierId, deliveryId }), "delivered");
  if (photo.length === 0) throw new PermanentFailure("photo_missing");
  return null;
}

async function deliver(
  s: ShopStore,
  ports: Ports,
  input: ConfirmDelivery,
  photo: KeptPhoto,
): Promise<{ attempt: Attempt; repeated: boolean }> {
  const { courierId, deliveryId, confirmationId } = input;
  await s.lock(`delivery:${deliveryId}`);
  const before = await reportedBefore(s, confirmationId, { courierId, deliveryId, outcome: "delivered" });
  if (before) return { attempt: before, repeated: true };
  const delivery = await ownDelivery(s, { courierId, deliveryId });
  mustBecome(delivery, "delivered");
  const attempt = attemptOf(input, delivery, ports.clock.now());
  // False only when the id was taken meanwhile for a delivery under another lock.
  if (!(await s.insertAttempt(attempt))) throw new PermanentFailure("report_id_taken");
  await s.insertShots([shotOfForm(photo, attempt)]);
  if (input.position) await rememberConfirmed(ports, s, (await s.order(delivery.orderId)).sale, input.position);
  const actor = await courierActor(s, courierId);
  await handedOver(ports, s, delivery, { at: attempt.happenedAt, actor, proof: "here", reason: { code: "photo_confirmed" } });
  return { attempt, repeated: false };
}

const attemptOf = (input: ConfirmDelivery, delivery: DeliveryRecord, receivedAt: Date): Attempt => ({
  id: input.confirmationId,
  deliveryId: delivery.id,
  courierId: input.courierId,
  outcome: "delivered",
  reason: null,
  note: null,
  receivedBy: input.receivedBy,
  happenedAt: trueTime(input.happenedAt, receivedAt, begunAt(delivery)),
  receivedAt,
  ...positionColumns(input.position),
});

export const positionColumns = (position?: Position | null): Pick<Attempt, "latitude" | "longitude" | "accuracyMetres"> => ({
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
  accuracyMetres: position?.accuracyMetres ?? null,
});
