import { entryOf } from "~/domain/settlement/entry";
import { counted, handOverState, type Side } from "~/domain/settlement/hand-over";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { HandOverRecord } from "~/ports/settlement";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";

/** `handOverId` is made by whoever speaks of it first; said again, or by the other side, it is the same hand-over. Minor units. */
export type SayHandOver = { courierId: string; handOverId: string; side: Side; minor: number; currency: string; actor: string; at: Date };

/**
 * One side says how much cash changed hands. It leaves the courier's account when both say the same. Part of the caller's transaction. Throws
 * PermanentFailure hand_over_unknown for one that is another courier's or in another currency.
 */
export async function sayHandOver(s: ShopStore, said: SayHandOver): Promise<void> {
  const { courierId, handOverId: id, side, minor, currency, actor, at } = said;
  await s.lock(`hand-over:${courierId}`);
  const before: HandOverRecord = (await s.findHandOver(id)) ?? {
    ...{ id, courierId, currency, courierMinor: null, shopMinor: null, saidBy: side, saidAt: at, agreedAt: null },
  };
  if (before.courierId !== courierId || before.currency !== currency) throw new PermanentFailure("hand_over_unknown");
  const now = counted(before, side, minor);
  if (now === before) return;
  const isAgreed = handOverState(now) === "agreed";
  const agreedAt = isAgreed ? at : null;
  const isNew = await s.insertHandOver({ ...now, agreedAt });
  if (!isNew) await s.updateHandOver(id, { courierMinor: now.courierMinor, shopMinor: now.shopMinor, agreedAt });
  if (!isAgreed) return;
  const entry = entryOf({ key: `handed_over:${id}`, kind: "handed_over", minor, currency });
  await s.insertEntries([{ ...entry, courierId, happenedAt: at, actor }]);
  await tryWaiting(s);
}

/** The merchant records cash that a courier handed over, or says what they counted. */
export async function countHandOver(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { shopId, ...said }: Omit<SayHandOver, "side" | "at"> & { shopId: string },
): Promise<void> {
  await store.change(shopId, (s) => sayHandOver(s, { ...said, side: "shop", at: clock.now() }));
}
