import type { FailEvent, PhonePosition } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import { mayFail } from "~/workflows/courier/proof-of-form";
import { reportByForm, reportedBefore, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";
import { keepPhoto, withPhoto } from "./keep-photo";

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
  photo?: Uint8Array;
};
type Needs = FormNeeds & Pick<Ports, "photos" | "files">;

/** The courier was there and could not deliver, by a form. Throws PermanentFailure photo_missing where the reason wants one. */
export async function failDelivery(ports: Needs, input: FailDelivery): Promise<{ repeated: boolean }> {
  const { shopId, courierId, deliveryId, attemptId: id, reason, note = null, reattemptOn = null, position = null } = input;
  const stamp = stampOfForm(input.happenedAt, ports.clock.now());
  const event: FailEvent = { kind: "fail", id, deliveryId, stamp, position, reason, note, reattemptOn, photos: [] };
  const s = ports.store.of(shopId);
  if (await reportedBefore(s, { courierId, event })) return { repeated: true };
  const bytes = input.photo ?? new Uint8Array();
  await mayFail(s, reason, bytes);
  const photo = bytes.length === 0 ? null : await keepPhoto(ports, { shopId, shotId: id, photo: bytes });
  return withPhoto(ports, { shopId, shotId: id, photo }, () => reportByForm(ports, { shopId, courierId, event, photo }));
}
