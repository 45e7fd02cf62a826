import { metresOf } from "~/domain/position/known-position";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { doubtOf, type Doubt } from "~/domain/proof/doubt";
import { missingProof } from "~/domain/proof/missing";
import { proofRulesOf } from "~/domain/proof/rules-of";
import type { Evidence, Told } from "~/domain/proof/signals";
import type { Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { placeKnown } from "~/workflows/order/locate-address";
import type { AtTheDoor } from "./at-the-door";
import { isPhotoOwed } from "./note-unphotographed";

/**
 * What contradicts a confirmation, by what was known before it: its own place must not have been learnt yet, and its report must be written
 * down. Part of the caller's transaction.
 */
export async function lookForDoubt(
  ports: Pick<Ports, "clock" | "addressKey">,
  s: ShopStore,
  door: AtTheDoor<ConfirmEvent>,
): Promise<Doubt | null> {
  const { told, delivery, at, isClockChanged } = door;
  const { event, courierId } = told;
  const shop = await s.shop();
  const rules = proofRulesOf(shop);
  const pin = (await s.attempt(event.id))?.pin ?? null;
  const same = await s.ordersWithSamePhoto(delivery.id);
  const before = event.position && (await s.placedBefore({ courierId, at, attemptId: event.id }));
  return doubtOf({
    told: { at, where: event.position },
    address: event.position && (await addressOf(ports, s, delivery.orderId)),
    radiusMetres: rules.radiusMetres,
    before: before && toldBy(before),
    isPhotoRepeated: same.size > 0,
    isPinMissing: pin === "wrong" || (pin === "none" && rules.pin === "must"),
    isClockChanged,
    isProofIncomplete: isPhotoOwed(door, shop) || missingProof(rules, event).some((one) => one !== "pin"),
  });
}

/** Where the address is as far as was known, and how far off that may be: a town's middle is so far off that it accuses nobody. */
async function addressOf(ports: Pick<Ports, "clock" | "addressKey">, s: ShopStore, orderId: string): Promise<Evidence["address"]> {
  const { position } = await placeKnown(ports, s, (await s.order(orderId)).sale);
  return position ? { latitude: position.latitude, longitude: position.longitude, metres: metresOf(position) } : null;
}

const toldBy = ({ happenedAt, latitude, longitude, accuracyMetres }: Attempt): Told => ({
  at: happenedAt,
  where: latitude === null || longitude === null ? null : { latitude, longitude, accuracyMetres },
});
