import { earnedSoFar, earningEntry, type Credited } from "~/domain/settlement/earning";
import { reckoned } from "~/domain/rate/commission";
import { entryOf } from "~/domain/settlement/entry";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Reckoned = Pick<DeliveryRecord, "id" | "courierId" | "assignedAt" | "currency" | "commissionMinor" | "commissionBasis">;
/** `at`: when it was earned; none: it is only put right, now, for a courier who was credited before or has delivered. */
type How = { isDelivered: boolean; at?: Date };

/**
 * The courier's account says what the delivery's commission says now: by one more line where it said otherwise. A commission is of what was done
 * since the delivery was given to them; what they had earned by it before is theirs. Part of the caller's transaction.
 */
export async function noteEarned(s: ShopStore, delivery: Reckoned, { isDelivered, at }: How): Promise<void> {
  const { id: deliveryId, courierId, assignedAt, currency, commissionMinor, commissionBasis: basis } = delivery;
  const earned = earnedSoFar({ minor: commissionMinor, basis }, isDelivered);
  if (courierId === null || earned === null) return;
  const credited = await creditedFor(s, { id: deliveryId, courierId, assignedAt });
  if (!at && !isDelivered && credited.since.length === 0) return;
  const entry = earningEntry(credited, { deliveryId, minor: commissionMinor, currency, basis }, earned);
  if (entry) await s.insertEntries([{ ...entry, courierId, actor: "system", ...(at && { happenedAt: at }) }]);
}

/** What a courier was credited for a delivery so far. */
export async function creditedFor(
  s: ShopStore,
  { id, courierId, assignedAt }: { id: string; courierId: string; assignedAt: Date | null },
): Promise<Credited> {
  const all = await s.earnedEntries(courierId, id);
  const since = all.filter(({ recordedAt }) => assignedAt === null || recordedAt >= assignedAt);
  return { since, earlier: all.length - since.length };
}

/**
 * An attempt at a delivery that was somebody else's by then, or cancelled: paid where the rule pays attempts, and once for a delivery, however
 * often it is reported. Part of the caller's transaction.
 */
export async function noteAttempt(
  s: ShopStore,
  { id: deliveryId, currency, commissionBasis: basis }: Pick<Reckoned, "id" | "currency" | "commissionBasis">,
  { courierId, at }: { courierId: string; at: Date },
): Promise<void> {
  if (basis?.rule.kind !== "per_attempt") return;
  const one = { ...basis, attempts: 1, isDelivered: false };
  const entry = entryOf({ key: `attempt:${deliveryId}`, kind: "earned", minor: reckoned(one), currency, deliveryId, basis: one });
  await s.insertEntries([{ ...entry, courierId, happenedAt: at, actor: "system" }]);
}
