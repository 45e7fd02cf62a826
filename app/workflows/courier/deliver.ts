import { weightier } from "~/domain/attention/weight";
import { DELIVERED_AFTER_CANCEL } from "~/domain/delivery/delivered-after-cancel";
import { isReverse } from "~/domain/delivery/reverse";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isDoubted } from "~/domain/proof/signals";
import { provenUnlessHeld } from "~/workflows/delivery/release-proof";
import { handedOver } from "~/workflows/delivery/handed-over";
import { reckonAnew } from "~/workflows/delivery/reckon-commission";
import { rememberDoor } from "~/workflows/order/door-note";
import { rememberConfirmed } from "~/workflows/order/locate-address";
import { leaveRun } from "~/workflows/run/leave-run";
import { putUnderWay } from "~/workflows/run/set-out";
import { noteCollected } from "~/workflows/settlement/note-collected";
import { courierName, saidIn, type AtTheDoor } from "./at-the-door";
import { collectReturn } from "./collect-return";
import { keepAttempt } from "./keep-attempt";
import { noteHandedOverShort } from "./note-parcels";
import { noteRefused } from "./note-refused";
import { takeDoorData } from "./take-door-data";
import { lookForDoubt } from "./look-for-doubt";

type Needs = Pick<Ports, "clock" | "countries" | "ids" | "addressKey" | "zones" | "links">;
type Door = AtTheDoor<ConfirmEvent>;

/** Delivered, by whom it was: whoever had it meanwhile has it no longer, and what the desk had decided stays in sight. */
export async function deliver(ports: Needs, s: ShopStore, door: Door): Promise<void> {
  const { at, actor, told, decision } = door;
  const reason = await reasonOf(s, door);
  const delivery = await takeOver(ports, s, door);
  if (isReverse(delivery)) return collectReturn(ports, s, { ...door, delivery });
  await keepAttempt(ports, s, door, { stands: true });
  await takeDoorData(ports, s, door);
  const doubt = await lookForDoubt(ports, s, door);
  await s.updateDelivery(delivery.id, { doubt });
  const { position } = told.event;
  const { sale } = await s.order(delivery.orderId);
  // A place that is doubted teaches nothing of the address.
  if (position && !isDoubted(doubt?.signals ?? [])) await rememberConfirmed(ports, s, sale, position);
  await rememberDoor(ports, s, sale.shippingAddress, told.event);
  const isHeld = decision.code === DELIVERED_AFTER_CANCEL;
  await handedOver(ports, s, delivery, { at, actor, reason, proof: isHeld ? "held" : "awaited" });
  await noteCollected(ports, s, delivery, { ...saidIn(door), isHeld, refused: told.event.refused });
  // It stands again among its order's: each of them is paid for its part.
  if (isHeld) await reckonAnew(s, (await s.order(delivery.orderId)).sale, await s.deliveriesOfOrder(delivery.orderId));
  if (isHeld || decision.code === "set_out_without_guide")
    await s.updateDelivery(delivery.id, { attention: weightier((await s.delivery(delivery.id)).attention, reason) });
  await noteHandedOverShort(s, delivery.id, { parcels: told.event.parcels, courier: door.courier });
  await noteRefused(s, delivery.id, { event: told.event, actor });
  // A form brings its photos along.
  if (!isHeld && door.photos.length > 0) await provenUnlessHeld(ports, s, delivery.id);
}

async function takeOver({ clock }: Needs, s: ShopStore, { delivery, told, actor, at }: Door): Promise<DeliveryRecord> {
  const { courierId } = told;
  if (delivery.courierId === courierId) {
    // What was at the shop, as far as we knew, set out with its run.
    if (delivery.state === "assigned") await putUnderWay(s, delivery, at);
    return delivery;
  }
  // It lies in the other's run, under the other's guide.
  await leaveRun(s, delivery, { actor, now: clock.now() });
  await s.updateDelivery(delivery.id, { courierId, method: "courier" });
  return { ...delivery, courierId, method: "courier", runId: null };
}

async function reasonOf(s: ShopStore, { decision, delivery, courier }: Door): Promise<Worded> {
  if (decision.code === DELIVERED_AFTER_CANCEL) return { code: "delivered_after_cancel", params: { courier } };
  if (decision.code === "set_out_without_guide") return { code: "set_out_without_guide", params: { courier } };
  if (decision.code !== "taken_over") return { code: "photo_confirmed" };
  if (delivery.courierId === null) return { code: "delivered_though_taken_back", params: { courier } };
  return { code: "delivered_by_first_holder", params: { courier, from: await courierName(s, delivery.courierId) } };
}
