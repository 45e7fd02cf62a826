import { TRIES_UNTIL_TOLD } from "~/domain/phone-event/hindered";
import { weightier } from "~/domain/attention/weight";
import type { Ports } from "~/ports/ports";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { courierName } from "./at-the-door";

type One = { shopId: string; courierId: string; id: string };

const HINDERED = "report_hindered";

const triesOf = ({ outcome }: PhoneEventRecord): number => Number(outcome?.params?.tries ?? 0);

/** A report that could not be worked out stays among those to be worked out; tried often enough, the order says so. */
export async function noteHindered({ store }: Pick<Ports, "store">, { shopId, courierId, id }: One): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`phone-events:${courierId}`);
    const told = await s.phoneEvent(courierId, id);
    if (!told || told.appliedAt !== null) return;
    const tries = triesOf(told) + 1;
    const outcome = { code: "hindered" as const, params: { why: "error", tries: String(tries) } };
    await s.settlePhoneEvent(courierId, id, { outcome, appliedAt: null, time: null });
    if (tries % TRIES_UNTIL_TOLD === 0) await tellOnOrder(s, told, { isFirst: tries === TRIES_UNTIL_TOLD });
  });
}

/** Of a delivery that never was theirs the order says nothing; what is about money has no order, and is shown with its courier. */
async function tellOnOrder(
  s: ShopStore,
  { courierId, event: { deliveryId } }: PhoneEventRecord,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  if (deliveryId === null || !(await s.heldSince(deliveryId, courierId))) return;
  await s.lock(`delivery:${deliveryId}`);
  const { orderId, state, attention } = await s.delivery(deliveryId);
  const reason: Worded = { code: HINDERED, params: { courier: await courierName(s, courierId) } };
  await s.updateDelivery(deliveryId, { attention: weightier<Worded>(attention, reason) });
  if (isFirst) await s.record({ actor: "system", type: "delivery", orderId, deliveryId, from: state, to: state, reason });
}

/** It is worked out after all: nobody has to look any more. Part of the transaction that did it; `told`: as it was before. */
export async function settleHindered(s: ShopStore, told: PhoneEventRecord): Promise<void> {
  const { deliveryId } = told.event;
  if (deliveryId === null || triesOf(told) < TRIES_UNTIL_TOLD) return;
  const delivery = await s.findDelivery(deliveryId);
  if (delivery?.attention?.code === HINDERED) await s.updateDelivery(deliveryId, { attention: null });
}
