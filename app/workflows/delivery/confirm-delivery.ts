import type { ToldParcels } from "~/domain/delivery/parcels";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { ConfirmEvent, PhonePosition } from "~/domain/phone-event/event";
import type { ToldProof } from "~/domain/proof/told";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { mayProve } from "~/workflows/courier/proof-of-form";
import { reportByForm, reportedBefore, stampOfForm } from "~/workflows/courier/report-by-form";
import type { Collected } from "~/domain/settlement/collected";
import { mayHaveTaken } from "~/workflows/courier/refused-whole";
import { mayCollect } from "~/workflows/settlement/note-collected";
import { withPhotos, type SentPhoto } from "./keep-photo";

export type ConfirmDelivery = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made on the phone: sent again after a lost answer, it is the same confirmation. */
  confirmationId: string;
  receivedBy: string;
  photos: readonly SentPhoto[];
  happenedAt: Date | null;
  position?: PhonePosition | null;
  /** For whoever comes to this address next. */
  doorNote?: string | null;
  /** What of the goods was not taken. */
  refused?: RefusedUnits[];
  fiscalData?: FiscalData | null;
  /** What was told beside photo and name. */
  proof?: ToldProof | null;
  collected?: Collected | null;
  parcels?: ToldParcels | undefined;
};
type Confirmed = { attempt: Attempt; repeated: boolean };

/**
 * Delivered, by a form, with photos as proof. Throws PermanentFailure photo_missing, for a delivery that never was theirs, or one that
 * they have confirmed already.
 */
export async function confirmDelivery(ports: Ports, input: ConfirmDelivery): Promise<Confirmed> {
  const { shopId, courierId, confirmationId: reportId } = input;
  const s = ports.store.of(shopId);
  const event = eventOf(input, ports.clock.now());
  if (await mayConfirm(ports, s, input, event)) return { attempt: (await s.attempt(reportId))!, repeated: true };
  const { repeated } = await withPhotos(ports, { shopId, reportId, photos: input.photos }, (photos) =>
    reportByForm(ports, { shopId, courierId, event, photos }),
  );
  return { attempt: (await s.attempt(reportId))!, repeated };
}

/** Refuses before a byte is stored; true when it is the same that was sent before. */
async function mayConfirm(
  ports: Pick<Ports, "countries" | "store" | "links">,
  s: ShopStore,
  { shopId, courierId, deliveryId, photos }: ConfirmDelivery,
  event: ConfirmEvent,
): Promise<boolean> {
  if (await reportedBefore(s, { courierId, event })) return true;
  if ((await s.heldSince(deliveryId, courierId)) === null) throw new PermanentFailure("delivery_not_yours");
  const delivery = await s.delivery(deliveryId);
  if (delivery.state === "delivered" && delivery.courierId === courierId) throw new PermanentFailure("already_delivered");
  await mayHaveTaken(s, delivery, event);
  await mayCollect(ports, s, delivery, event);
  if (photos.length === 0) throw new PermanentFailure("photo_missing");
  await mayProve(ports, { shopId, courierId, delivery }, event);
  return false;
}

const eventOf = (
  {
    confirmationId: id,
    deliveryId,
    receivedBy,
    happenedAt,
    position = null,
    collected = null,
    proof = null,
    refused = [],
    fiscalData = null,
    doorNote = null,
    parcels,
  }: ConfirmDelivery,
  now: Date,
): ConfirmEvent => ({
  ...{ kind: "confirm", id, deliveryId, receivedBy, position, collected, proof, fiscalData, doorNote },
  stamp: stampOfForm(happenedAt, now),
  photos: [],
  ...(refused.length > 0 ? { refused } : {}),
  ...(parcels && { parcels }),
});
