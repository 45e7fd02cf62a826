import { namedUnits } from "~/domain/order/named-units";
import { weightier } from "~/domain/attention/weight";
import { refusedOf } from "~/domain/delivery/refusal";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { handedOver } from "~/workflows/delivery/handed-over";
import { provenUnlessHeld } from "~/workflows/delivery/release-proof";
import { rememberDoor } from "~/workflows/order/door-note";
import { rememberConfirmed } from "~/workflows/order/locate-address";
import type { AtTheDoor } from "./at-the-door";
import { keepAttempt } from "./keep-attempt";
import { noteUnphotographed } from "./note-unphotographed";

type Needs = Pick<Ports, "clock" | "countries" | "ids" | "addressKey" | "zones" | "links">;

/**
 * The buyer gave the goods of a return to the courier, who owes them to the shop now. No money and no document follow from it: what is refunded
 * a person decides. Part of the caller's transaction, once the delivery is this courier's.
 */
export async function collectReturn(ports: Needs, s: ShopStore, door: AtTheDoor<ConfirmEvent>): Promise<void> {
  const { delivery, told, at, actor, courier, decision } = door;
  const { event } = told;
  const { sale } = await s.order(delivery.orderId);
  await keepAttempt(ports, s, door, { stands: true });
  if (event.position) await rememberConfirmed(ports, s, sale, event.position);
  await rememberDoor(ports, s, sale.shippingAddress, event);
  const kept = refusedOf(event.refused ?? [], delivery.lines);
  const reason: Worded = kept.length > 0 ? { code: "return_short", params: { goods: namedUnits(kept, sale) } } : { code: "return_fetched" };
  await s.updateDelivery(delivery.id, { owesRest: true, refused: kept });
  await handedOver(ports, s, delivery, { at, actor, reason, proof: "awaited" });
  const marks: Worded[] = [
    ...(kept.length > 0 ? [reason] : []),
    ...(decision.code === "delivered_after_cancel" ? [{ code: "return_cancelled_fetched" }] : []),
    ...(decision.code === "set_out_without_guide" ? [{ code: decision.code, params: { courier } }] : []),
  ];
  const attention = marks.reduce<Worded | null>((worst, mark) => weightier<Worded>(worst, mark), delivery.attention);
  await s.updateDelivery(delivery.id, { attention });
  await noteUnphotographed(s, door);
  // A form brings its photos along.
  if (door.photos.length > 0) await provenUnlessHeld(ports, s, delivery.id);
}
