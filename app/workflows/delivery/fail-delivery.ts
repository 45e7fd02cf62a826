import type { FailEvent, PhonePosition } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import { mayFail } from "~/workflows/courier/proof-of-form";
import { reportByForm, reportedBefore, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";
import { withPhotos, type SentPhoto } from "./keep-photo";

export type FailDelivery = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made on the phone: the same report sent again is the same attempt. */
  attemptId: string;
  reason: string;
  happenedAt: Date | null;
  position?: PhonePosition | null;
  note?: string | null;
  /** yyyy-mm-dd */
  reattemptOn?: string | null;
  photos?: readonly SentPhoto[];
};
type Needs = FormNeeds & Pick<Ports, "files">;

/** The courier was there and could not deliver, by a form. Throws PermanentFailure photo_missing where the reason wants one. */
export async function failDelivery(ports: Needs, input: FailDelivery): Promise<{ repeated: boolean }> {
  const { shopId, courierId, deliveryId, attemptId: id, reason, note = null, reattemptOn = null, position = null } = input;
  const stamp = stampOfForm(input.happenedAt, ports.clock.now());
  const event: FailEvent = { kind: "fail", id, deliveryId, stamp, position, reason, note, reattemptOn, photos: [] };
  const s = ports.store.of(shopId);
  if (await reportedBefore(s, { courierId, event })) return { repeated: true };
  const sent = input.photos ?? [];
  await mayFail(s, reason, sent);
  return withPhotos(ports, { shopId, reportId: id, photos: sent }, (photos) => reportByForm(ports, { shopId, courierId, event, photos }));
}
