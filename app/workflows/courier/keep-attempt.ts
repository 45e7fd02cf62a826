import { isReverse } from "~/domain/delivery/reverse";
import { isReasonCode } from "~/domain/proof/failure-reasons";
import { labelOf, proofColumns } from "./proof-columns";
import type { ConfirmEvent, FailEvent, PhonePosition, ReturnEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { Attempt, ShotRecord } from "~/ports/door-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { shotOfForm } from "~/workflows/delivery/keep-photo";
import type { AtTheDoor } from "./at-the-door";
import { isPhotoOwed } from "./note-unphotographed";

type Report = ConfirmEvent | FailEvent | ReturnEvent;

/**
 * What a courier reported at the door, and the photos that prove it, whose bytes are still to come. It bears the event's id, unless another
 * courier's phone came upon the same one. `stands` false: beside what stands. Part of the caller's transaction.
 */
export async function keepAttempt(
  ports: Pick<Ports, "ids" | "links">,
  s: ShopStore,
  door: AtTheDoor<Report>,
  { stands, undoneAt = null }: { stands: boolean; undoneAt?: Date | null },
): Promise<void> {
  const { told, delivery, at, photos } = door;
  const { event, courierId, receivedAt } = told;
  const shop = await s.shop();
  const attempt: Attempt = {
    ...{ id: event.id, deliveryId: event.deliveryId, courierId, happenedAt: at, receivedAt, stands, undoneAt },
    ...reportColumns(event, shop),
    ...proofColumns(ports, event, { ...shop, isPhotoOwed: isPhotoOwed(door, shop) }),
    // Who gives something back has no PIN to say.
    ...(isReverse(delivery) && { pin: null }),
    ...positionColumns(event.position),
  };
  if (!(await s.insertAttempt(attempt))) {
    attempt.id = ports.ids.uuid();
    await s.insertAttempt(attempt);
  }
  const shots = photos.length > 0 ? photos.map((photo, at) => shotOfForm(photo, attempt, at + 1)) : shotsOf(told, event, attempt.id);
  if (shots.length > 0) await s.insertShots(shots);
}

type Columns = Pick<Attempt, "outcome" | "reason" | "reasonLabel" | "reattemptOn" | "note" | "receivedBy" | "collected">;

function reportColumns(event: Report, shop: Pick<Shop, "failureReasons">): Columns {
  if (event.kind === "confirm")
    return { outcome: "delivered", reason: null, note: null, receivedBy: event.receivedBy || null, collected: event.collected ?? null };
  if (event.kind === "return")
    return { outcome: "returned", reason: null, note: null, receivedBy: event.receivedBy || null, collected: null };
  const reason = reasonOf(event);
  const words = { reason, reasonLabel: labelOf(reason, shop), note: event.note };
  return { outcome: "failed", ...words, reattemptOn: event.reattemptOn ?? null, receivedBy: null, collected: null };
}

/** A phone that is newer than we are may know reasons that we don't. */
export const reasonOf = ({ reason }: Pick<FailEvent, "reason">): string => (isReasonCode(reason) ? reason : "other");

export const positionColumns = (position: PhonePosition | null): Pick<Attempt, "latitude" | "longitude" | "accuracyMetres"> => ({
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
  accuracyMetres: position?.accuracyMetres ?? null,
});

const shotsOf = ({ courierId, phoneId }: AtTheDoor["told"], { photos }: Report, attemptId: string): ShotRecord[] =>
  photos.map(({ width: _width, height: _height, ...photo }, index) => ({
    ...photo,
    ...{ courierId, phoneId, attemptId, ordinal: index + 1 },
    ...NOT_HERE_YET,
  }));

/** Width and height are those of the file that we keep. */
export const NOT_HERE_YET = {
  receivedBytes: 0,
  receivedAt: null,
  key: null,
  storedSha256: null,
  width: null,
  height: null,
  problem: null,
} satisfies Partial<ShotRecord>;
