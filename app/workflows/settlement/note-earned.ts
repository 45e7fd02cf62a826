import { earnedSoFar, earningEntry } from "~/domain/settlement/earning";
import { reckoned } from "~/domain/rate/commission";
import { entryOf } from "~/domain/settlement/entry";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Reckoned = Pick<DeliveryRecord, "id" | "courierId" | "currency" | "commissionMinor" | "commissionBasis">;
/** `at`: when it was earned; none: it is only put right, now, for a courier who was credited before or has delivered. */
type How = { isDelivered: boolean; at?: Date };

/** The courier's account says what the delivery's commission says now: by one more line where it said otherwise. Part of the caller's transaction. */
export async function noteEarned(s: ShopStore, delivery: Reckoned, { isDelivered, at }: How): Promise<void> {
  const { id: deliveryId, courierId, currency, commissionMinor, commissionBasis: basis } = delivery;
  const earned = earnedSoFar({ minor: commissionMinor, basis }, isDelivered);
  if (courierId === null || earned === null) return;
  const before = await s.earnedEntries(courierId, deliveryId);
  if (!at && !isDelivered && before.length === 0) return;
  const entry = earningEntry(before, { deliveryId, minor: commissionMinor, currency, basis }, earned);
  if (entry) await s.insertEntries([{ ...entry, courierId, actor: "system", ...(at && { happenedAt: at }) }]);
}

/** An attempt at a delivery that was somebody else's by then: paid where the rule pays attempts, and once. Part of the caller's transaction. */
export async function noteAttempt(
  s: ShopStore,
  { id: deliveryId, currency, commissionBasis: basis }: Reckoned,
  { attemptId, courierId, at }: { attemptId: string; courierId: string; at: Date },
): Promise<void> {
  if (basis?.rule.kind !== "per_attempt") return;
  const one = { ...basis, attempts: 1, isDelivered: false };
  const entry = entryOf({ key: `attempt:${attemptId}`, kind: "earned", minor: reckoned(one), currency, deliveryId, basis: one });
  await s.insertEntries([{ ...entry, courierId, happenedAt: at, actor: "system" }]);
}
