import { SEEN_BY_A_PERSON } from "~/domain/delivery/seen-by-a-person";
import type { Held } from "~/domain/delivery/held";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { moneyMark } from "~/workflows/settlement/money-mark";
import { proven, type Releases } from "./release-proof";

type Judged = { shopId: string; deliveryId: string; actor: string };
type Needs = Releases & Pick<Ports, "store">;

/** Marks of what is held: they go when it is. */
const OF_HOLDS = ["delivery_doubted", "delivery_not_believed", "delivered_after_cancel"];

/** A person has looked and lets a held delivery go: what waits for it goes on at once. Throws PermanentFailure delivery_not_held. */
export const releaseDelivery = ({ store, ...ports }: Needs, { shopId, deliveryId, actor }: Judged): Promise<void> =>
  store.change(shopId, async (s) => {
    const delivery = await heldFor(s, deliveryId, ["doubt", "person"]);
    await tell(s, delivery, { actor, reason: { code: "delivery_released" } });
    const attention = isOfHold(delivery.attention) ? await moneyMark(ports, s, deliveryId) : delivery.attention;
    await s.updateDelivery(deliveryId, { attention });
    await proven(ports, s, delivery);
  });

/**
 * A person has looked and does not believe it: it stays delivered, as its courier said, and no time issues its document any more.
 * Throws PermanentFailure delivery_not_held.
 */
export const disbelieveDelivery = (
  { store }: Needs,
  { shopId, deliveryId, actor, reason: why }: Judged & { reason: string },
): Promise<void> =>
  store.change(shopId, async (s) => {
    const delivery = await heldFor(s, deliveryId, ["doubt"]);
    const reason = { code: "delivery_not_believed", params: { why } };
    await tell(s, delivery, { actor, reason });
    await s.updateDelivery(deliveryId, { heldFor: "person", heldUntil: null, attention: reason });
  });

/** A person has seen what they were told; it stays in the order's story. Throws PermanentFailure nothing_to_see. */
export const markSeen = ({ store, ...ports }: Needs, { shopId, deliveryId, actor }: Judged): Promise<void> =>
  store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.findDelivery(deliveryId);
    if (!delivery?.attention || !SEEN_BY_A_PERSON.includes(delivery.attention.code)) throw new PermanentFailure("nothing_to_see");
    await tell(s, delivery, { actor, reason: { code: "seen" } });
    await s.updateDelivery(deliveryId, { attention: await moneyMark(ports, s, deliveryId) });
  });

const isOfHold = (attention: Worded | null): boolean => attention !== null && OF_HOLDS.includes(attention.code);

async function heldFor(s: ShopStore, deliveryId: string, whys: readonly Held[]): Promise<DeliveryRecord> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.findDelivery(deliveryId);
  if (!delivery?.heldFor || !whys.includes(delivery.heldFor)) throw new PermanentFailure("delivery_not_held");
  return delivery;
}

const tell = (s: ShopStore, { id: deliveryId, orderId, state }: DeliveryRecord, { actor, reason }: { actor: string; reason: Worded }) =>
  s.record({ actor, type: "delivery", orderId, deliveryId, from: state, to: state, reason });
