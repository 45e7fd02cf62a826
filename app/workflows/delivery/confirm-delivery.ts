import { begunAt, trueTime } from "~/domain/delivery/true-time";
import { needsCapture } from "~/domain/order/order";
import { PermanentFailure } from "~/ports/failures";
import type { Photos, Ports } from "~/ports/ports";
import type { Attempt, DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { endRunWithLast } from "~/workflows/run/end-run";
import { courierActor, mustBecome, ownDelivery, reportedBefore } from "./own-delivery";
import { requestInvoice } from "~/workflows/document/request-invoice";

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
type Photo = Awaited<ReturnType<Photos["normalise"]>> & { key: string };

/**
 * Delivered, with a photo as proof: the delivery's state, its event, Shopify's news and the invoice follow in one transaction.
 * Throws PermanentFailure for a photo that is none, a delivery that isn't theirs, or one that is delivered already.
 */
export async function confirmDelivery(ports: Ports, input: ConfirmDelivery): Promise<{ attempt: Attempt; repeated: boolean }> {
  const { shopId, confirmationId } = input;
  const before = await mayConfirm(ports.store.of(shopId), input);
  if (before) return { attempt: before, repeated: true };
  const photo = await keepPhoto(ports, input);
  try {
    return await ports.store.change(shopId, (s) => deliver(s, ports, input, photo));
  } catch (error) {
    const kept = await ports.store.of(shopId).attempt(confirmationId);
    if (kept?.photoKey !== photo.key) await ports.files.delete(photo.key);
    throw error;
  }
}

/** Refuses before a byte is stored; the first result when the phone sends again. */
async function mayConfirm(s: ShopStore, { courierId, deliveryId, confirmationId, photo }: ConfirmDelivery): Promise<Attempt | null> {
  const before = await reportedBefore(s, confirmationId, { courierId, deliveryId, outcome: "delivered" });
  if (before) return before;
  mustBecome(await ownDelivery(s, { courierId, deliveryId }), "delivered");
  if (photo.length === 0) throw new PermanentFailure("photo_missing");
  return null;
}

/** The key holds the photo's hash: a second photo under the same id can't take the first one's place. */
async function keepPhoto(
  { photos, files }: Pick<Ports, "photos" | "files">,
  { shopId, confirmationId, photo }: ConfirmDelivery,
): Promise<Photo> {
  const normalised = await photos.normalise(photo);
  const key = `${shopId}/photos/${confirmationId}-${normalised.sha256.slice(0, 16)}.jpg`;
  await files.put(key, normalised.bytes);
  return { ...normalised, key };
}

async function deliver(s: ShopStore, ports: Ports, input: ConfirmDelivery, photo: Photo): Promise<{ attempt: Attempt; repeated: boolean }> {
  const { shopId, courierId, deliveryId, confirmationId } = input;
  await s.lock(`delivery:${deliveryId}`);
  const before = await reportedBefore(s, confirmationId, { courierId, deliveryId, outcome: "delivered" });
  if (before) return { attempt: before, repeated: true };
  const delivery = await ownDelivery(s, { courierId, deliveryId });
  mustBecome(delivery, "delivered");
  const attempt = attemptOf(input, delivery, photo, ports.clock.now());
  // False only when the id was taken meanwhile for a delivery under another lock.
  if (!(await s.insertAttempt(attempt))) throw new PermanentFailure("report_id_taken");
  await s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: attempt.happenedAt });
  await s.record({
    actor: await courierActor(s, courierId),
    type: "delivery",
    orderId: delivery.orderId,
    deliveryId,
    from: delivery.state,
    to: "delivered",
    reason: { code: "photo_confirmed" },
  });
  await s.enqueue("publish-delivery", { shopId, deliveryId });
  const order = await s.order(delivery.orderId);
  // Whatever rule issues the invoice, and whether one is issued at all: the photo captures the card (PRODUCT.md).
  if (needsCapture(order.sale)) await s.enqueue("capture-payment", { shopId, orderId: order.id });
  await requestInvoice(ports, s, { order, moment: "on_delivery" });
  await endRunWithLast(s, delivery.runId, ports.clock.now());
  return { attempt, repeated: false };
}

const attemptOf = (input: ConfirmDelivery, delivery: DeliveryRecord, photo: Photo, receivedAt: Date): Attempt => ({
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
  photoKey: photo.key,
  photoSha256: photo.sha256,
  photoWidth: photo.width,
  photoHeight: photo.height,
});

export const positionColumns = (position?: Position | null): Pick<Attempt, "latitude" | "longitude" | "accuracyMetres"> => ({
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
  accuracyMetres: position?.accuracyMetres ?? null,
});
