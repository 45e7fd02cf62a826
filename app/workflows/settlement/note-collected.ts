import { weightier } from "~/domain/attention/weight";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { formatMinor } from "~/domain/money/money";
import { proofRulesOf } from "~/domain/proof/rules-of";
import { collectedProblem, verdictOn, type Collected } from "~/domain/settlement/collected";
import { entryOf } from "~/domain/settlement/entry";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { dueAt } from "./due-at-door";
import { markOf } from "./money-mark";

/** `attemptId`: the report that says so; `isHeld`: the order's money waits for a person; `refused`: what was not taken. */
type AtTheDoor = {
  attemptId: string;
  courierId: string;
  collected: Collected | null;
  at: Date;
  actor: string;
  isHeld?: boolean;
  refused?: RefusedUnits[] | undefined;
};

/**
 * What was collected as a delivery was handed over: it stands in the courier's account, and an order that is paid in full is marked so at
 * Shopify, where nothing was refused: Shopify still asks for that, until it is off the order (`markWhenCollected`). Less, more than the law lets
 * be paid in cash, or nothing said is for the desk. Part of the caller's transaction, under the delivery's lock; told again it counts once.
 */
export async function noteCollected(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { id: deliveryId, orderId }: Pick<DeliveryRecord, "id" | "orderId">,
  { attemptId, courierId, collected, at, actor, isHeld = false, refused = [] }: AtTheDoor,
): Promise<void> {
  const { due, isRefused } = await dueAt({ countries }, s, { id: deliveryId, orderId }, refused);
  const verdict = verdictOn(collected, due);
  if (verdict === null) return;
  await keepCollected(s, { id: deliveryId, orderId }, { attemptId, courierId, collected, at, actor });
  const isPaid = verdict === "full" || (verdict === "more" && due !== null);
  const { undoSeconds: startAfterSeconds } = proofRulesOf(await s.shop());
  if (isPaid && !isHeld && !isRefused) await s.enqueue("mark-order-paid", { shopId: s.shopId, orderId }, { startAfterSeconds });
  const attention = markOf(verdict, { collected, due });
  if (attention) await s.updateDelivery(deliveryId, { attention: weightier((await s.delivery(deliveryId)).attention, attention) });
}

/** Writes down what a courier has taken, whatever it means for the order. Told again it counts once. */
export async function keepCollected(
  s: ShopStore,
  { id: deliveryId, orderId }: Delivered,
  { attemptId, courierId, collected, at, actor }: Omit<AtTheDoor, "isHeld" | "refused">,
): Promise<void> {
  if (!collected || collected.minor === 0) return;
  const { minor, currency, how } = collected;
  const entry = entryOf({ key: `collected:${attemptId}`, kind: "collected", minor, currency, deliveryId, how });
  if ((await s.insertEntries([{ ...entry, courierId, happenedAt: at, actor }])) === 0) return;
  const params = { amount: formatMinor(minor, currency), currency, how };
  await s.record({ orderId, deliveryId, actor, type: "payment", to: "collected", reason: { code: "collected_at_door", params } });
}

type Delivered = Pick<DeliveryRecord, "id" | "orderId">;

/** Throws PermanentFailure with what a form has to put right before it is taken: see `collectedProblem`. A phone's event is taken as it is. */
export async function mayCollect(
  ports: Pick<Ports, "countries">,
  s: ShopStore,
  delivery: Delivered,
  { collected, refused = [] }: Pick<ConfirmEvent, "collected" | "refused">,
): Promise<void> {
  const due = collected && (await dueAt(ports, s, delivery, refused)).due;
  const problem = due && collectedProblem(collected, due);
  if (problem) throw new PermanentFailure(problem);
}
