import { earningEntry } from "~/domain/settlement/earning";
import { counterEntry } from "~/domain/settlement/counter-entry";
import { reckoned } from "~/domain/rate/commission";
import type { Attempt } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { creditedFor } from "./note-earned";
import { reckonCommission } from "~/workflows/delivery/reckon-commission";

type Undone = { report: Attempt; at: Date; actor: string };

/** What was said to be collected was not: the account says so by one more line. Told again it counts once. Part of the caller's transaction. */
export async function takeBackCollected(s: ShopStore, { orderId }: DeliveryRecord, { report, at, actor }: Undone): Promise<void> {
  for (const line of await s.collectedForOrder(orderId)) {
    const entry = counterEntry(report.id, line);
    if (entry) await s.insertEntries([{ ...entry, courierId: line.courierId, happenedAt: at, actor }]);
  }
}

/**
 * The delivery is to be made still: its courier has earned by it what attempts before have earned, and no more. Its commission is again what it
 * would come to. Part of the caller's transaction, when the report stands no more.
 */
export async function takeBackEarned(s: ShopStore, delivery: DeliveryRecord, at: Date): Promise<void> {
  const { id: deliveryId, courierId, orderId, assignedAt, currency, commissionBasis } = delivery;
  if (courierId === null) return;
  const isTheirs = (one: Attempt) => one.courierId === courierId && (assignedAt === null || one.receivedAt >= assignedAt);
  const isTried = (await s.attemptsOf(deliveryId)).some((one) => isTheirs(one) && one.outcome === "failed" && one.stands !== false);
  if (isTried && commissionBasis) return reckonCommission(s, delivery, { order: await s.order(orderId), at, isDelivered: false });
  const before = await creditedFor(s, { id: deliveryId, courierId, assignedAt });
  if (commissionBasis) {
    const { isDelivered: _over, ...open } = { ...commissionBasis, attempts: 1 };
    await s.updateDelivery(deliveryId, { commissionBasis: open, commissionMinor: reckoned(open) });
  }
  const entry = earningEntry(before, { deliveryId, minor: 0, currency, basis: null }, 0);
  if (entry) await s.insertEntries([{ ...entry, courierId, actor: "system", happenedAt: at }]);
}
