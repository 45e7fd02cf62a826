import type { PhonePosition, ReturnEvent } from "~/domain/phone-event/event";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { reportByForm, reportedBefore, stampOfForm } from "~/workflows/courier/report-by-form";
import { withPhotos, type SentPhoto } from "./keep-photo";

export type ReturnDelivery = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made with the page: sent again it is the same report. */
  returnId: string;
  /** Who took the goods at the shop. */
  receivedBy: string;
  photos: readonly SentPhoto[];
  happenedAt: Date | null;
  position?: PhonePosition | null;
};

/**
 * The goods are at the shop again, by a form, with photos. Throws PermanentFailure delivery_not_yours, photo_missing, already_delivered.
 */
export async function returnDelivery(ports: Ports, input: ReturnDelivery): Promise<{ repeated: boolean }> {
  const { shopId, courierId, deliveryId, returnId: id, receivedBy, position = null } = input;
  const s = ports.store.of(shopId);
  const stamp = stampOfForm(input.happenedAt, ports.clock.now());
  const event: ReturnEvent = { kind: "return", id, deliveryId, receivedBy, position, stamp, photos: [] };
  if (await reportedBefore(s, { courierId, event })) return { repeated: true };
  if ((await s.heldSince(deliveryId, courierId)) === null) throw new PermanentFailure("delivery_not_yours");
  if (input.photos.length === 0) throw new PermanentFailure("photo_missing");
  const sent = { shopId, reportId: id, photos: input.photos };
  return withPhotos(ports, sent, (photos) => reportByForm(ports, { shopId, courierId, event, photos }));
}
