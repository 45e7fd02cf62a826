import { weightier } from "~/domain/attention/weight";
import { carriedBy } from "~/domain/delivery/carried";
import { dueAfterRefusal, refusedOf, worthRefused, type RefusedUnits } from "~/domain/delivery/refusal";
import { amountDue } from "~/domain/delivery/stop";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { formatMinor } from "~/domain/money/money";
import { collectedProblem, verdictOn, type Collected, type Due, type Verdict } from "~/domain/settlement/collected";
import { proofRulesOf } from "~/domain/proof/rules-of";
import { entryOf } from "~/domain/settlement/entry";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

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

/** What marks a delivery until its order is paid. */
export const UNPAID_CODES = ["collected_less", "collected_untold", "collected_above_limit", "mark_paid_failed"];

/**
 * What was collected as a delivery was handed over: it stands in the courier's account, and an order that is paid in full is marked so at
 * Shopify. Less, more than the law lets be paid in cash, or nothing said is for the desk. Part of the caller's transaction, under the
 * delivery's lock; told again it counts once.
 */
export async function noteCollected(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { id: deliveryId, orderId }: Pick<DeliveryRecord, "id" | "orderId">,
  { attemptId, courierId, collected, at, actor, isHeld = false, refused = [] }: AtTheDoor,
): Promise<void> {
  const due = await dueAt({ countries }, s, { id: deliveryId, orderId }, refused);
  const verdict = verdictOn(collected, due);
  if (verdict === null) return;
  await keepCollected(s, { id: deliveryId, orderId }, { attemptId, courierId, collected, at, actor });
  const isPaid = verdict === "full" || (verdict === "more" && due !== null);
  const { undoSeconds: startAfterSeconds } = proofRulesOf(await s.shop());
  if (isPaid && !isHeld) await s.enqueue("mark-order-paid", { shopId: s.shopId, orderId }, { startAfterSeconds });
  const attention = attentionOn(verdict, collected, due);
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

/** Money changed hands, but not as it should have: what the desk reads. */
function attentionOn(verdict: Verdict, collected: Collected | null, due: Due | null): Worded | null {
  if (verdict === "full") return null;
  const amount = (minor: number) => formatMinor(minor, due?.currency ?? collected!.currency);
  const params = { due: amount(due?.minor ?? 0), collected: amount(collected?.minor ?? 0), because: collected?.because ?? "" };
  switch (verdict) {
    case "more":
      return { code: "collected_more", params };
    case "less":
      return { code: "collected_less", params };
    case "untold":
      return { code: "collected_untold", params: { due: params.due } };
    case "above_limit":
      return { code: "collected_above_limit", params: { collected: params.collected, limit: amount(due!.cashLimitMinor!) } };
  }
}

type Delivered = Pick<DeliveryRecord, "id" | "orderId">;

/** What is to be collected as it is handed over, without what of it is not taken; null: nothing. */
async function dueAt(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { id, orderId }: Delivered,
  said: readonly RefusedUnits[],
): Promise<Due | null> {
  const { sale } = await s.order(orderId);
  const deliveries = await s.deliveriesOfOrder(orderId);
  const goods = carriedBy(deliveries.find((one) => one.id === id)?.lines ?? [], sale);
  const minor = dueAfterRefusal(amountDue(sale, id, deliveries), worthRefused(goods, refusedOf(said, goods)));
  return minor > 0 ? { minor, currency: sale.currency, cashLimitMinor: countries("EC").cashLimit?.minor ?? null } : null;
}

/** Throws PermanentFailure with what a form has to put right before it is taken: see `collectedProblem`. A phone's event is taken as it is. */
export async function mayCollect(
  ports: Pick<Ports, "countries">,
  s: ShopStore,
  delivery: Delivered,
  { collected, refused = [] }: Pick<ConfirmEvent, "collected" | "refused">,
): Promise<void> {
  const due = collected && (await dueAt(ports, s, delivery, refused));
  const problem = due && collectedProblem(collected, due);
  if (problem) throw new PermanentFailure(problem);
}

/** The order is paid, whoever took the money: nothing of it is for a person any more. Part of the caller's transaction. */
export async function forgetUnpaid(s: ShopStore, orderId: string): Promise<void> {
  for (const { id, attention } of await s.deliveriesOfOrder(orderId))
    if (attention && UNPAID_CODES.includes(attention.code)) await s.updateDelivery(id, { attention: null });
}
