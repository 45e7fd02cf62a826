import { missingProof } from "~/domain/proof/missing";
import { proofRulesOf } from "~/domain/proof/rules-of";
import { PIN_TRIES } from "~/domain/proof/told";
import { mustBeShown } from "~/domain/proof/owed-photo";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isPinWanted } from "~/workflows/delivery/tell-pin";
import { courierName } from "./at-the-door";

type Needs = Pick<Ports, "store" | "links">;
type Whose = { shopId: string; courierId: string; delivery: DeliveryRecord };

/**
 * A form without a script is asked for what the shop demands here, as the phone's own program asks before it sends; nobody can sign on it, so that
 * it says why not. What comes as an event is taken as it is, and what it lacks is a signal (docs/decisions/0021). Throws PermanentFailure
 * proof_missing, pin_wrong, pin_over.
 */
export async function mayProve({ store, links }: Needs, { shopId, courierId, delivery }: Whose, event: ConfirmEvent): Promise<void> {
  const shop = await store.of(shopId).shop();
  const [missing] = missingProof(proofRulesOf(shop), event);
  if (missing) throw new PermanentFailure("proof_missing", { why: missing });
  const { pin, noPin } = event.proof ?? {};
  // Who says why there is none need not know it.
  if (!isPinWanted(shop) || !pin || noPin || links.isDeliveryPin(delivery.id, pin)) return;
  const isOver = await store.change(shopId, (s) => noteWrongPin(s, courierId, delivery));
  throw new PermanentFailure(isOver ? "pin_over" : "pin_wrong");
}

/** The desk reads each try in the order's story; where all are used up, there is no further one. */
async function noteWrongPin(s: ShopStore, courierId: string, { id: deliveryId, orderId, state }: DeliveryRecord): Promise<boolean> {
  await s.lock(`delivery:${deliveryId}`);
  const tried = (await s.eventsOfOrder(orderId)).filter((one) => one.deliveryId === deliveryId && one.reason?.code === "pin_wrong").length;
  if (tried >= PIN_TRIES) return true;
  const actor = `courier:${await courierName(s, courierId)}`;
  await s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason: { code: "pin_wrong" } });
  return tried + 1 >= PIN_TRIES;
}

/** Some reasons want a photo of what went wrong. Throws PermanentFailure photo_missing. */
export async function mayFail(s: ShopStore, reason: string, photos: readonly unknown[]): Promise<void> {
  const isWanted = mustBeShown(reason, (await s.shop()).failureReasons ?? null);
  if (isWanted && photos.length === 0) throw new PermanentFailure("photo_missing", { why: "reason" });
}
