import type { PhonePosition } from "~/domain/phone-event/event";
import { reportByForm, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";

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
};

/** The courier was there and could not deliver, by a form. */
export function failDelivery(ports: FormNeeds, input: FailDelivery): Promise<{ repeated: boolean }> {
  const { shopId, courierId, deliveryId, attemptId: id, reason, note = null, reattemptOn = null, position = null } = input;
  const stamp = stampOfForm(input.happenedAt, ports.clock.now());
  const told = { reason, note, reattemptOn, photos: [] };
  return reportByForm(ports, { shopId, courierId, event: { kind: "fail", id, deliveryId, stamp, position, ...told } });
}
