import { entryOf } from "~/domain/settlement/entry";
import { mayBecome } from "~/domain/settlement/settlement-state";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { lockSettlement } from "./issue-settlement";

type Needs = Pick<Ports, "store" | "clock">;
type Paid = { shopId: string; settlementId: string; minor: number; actor: string };

/** The shop has paid what a countersigned statement came to, or another amount. Throws PermanentFailure settlement_not_countersigned. */
export async function paySettlement({ store, clock }: Needs, { shopId, settlementId, minor, actor }: Paid): Promise<void> {
  await store.change(shopId, async (s) => {
    const { id, courierId, state, currency, number } = await lockSettlement(s, settlementId);
    if (!mayBecome(state, "paid")) throw new PermanentFailure("settlement_not_countersigned");
    const paidAt = clock.now();
    await s.updateSettlement(id, { state: "paid", paidAt, paidMinor: minor });
    const entry = entryOf({ key: `paid:${id}`, kind: "paid", minor, currency });
    if (minor !== 0) await s.insertEntries([{ ...entry, courierId, happenedAt: paidAt, actor }]);
    await s.record({ actor, type: "settlement", from: state, to: "paid", reason: { code: "settlement_paid", params: { number } } });
  });
}

type Adjusted = { shopId: string; courierId: string; adjustmentId: string; minor: number; reason: string; actor: string };

/** A person puts right what the shop owes a courier, and says why. `adjustmentId`: made with the form; pressed twice it counts once. */
export async function adjustAccount(
  { store, clock }: Needs,
  { shopId, courierId, adjustmentId, minor, reason, actor }: Adjusted,
): Promise<void> {
  await store.change(shopId, async (s) => {
    const { currency } = await s.shop();
    const courier = (await s.couriers()).find(({ id }) => id === courierId);
    if (!courier) throw new PermanentFailure("courier_unknown");
    const entry = entryOf({ key: `adjusted:${adjustmentId}`, kind: "adjusted", minor, currency, reason });
    await s.insertEntries([{ ...entry, courierId, happenedAt: clock.now(), actor }]);
    await s.record({ actor, type: "settlement", to: "adjusted", reason: { code: "account_adjusted", params: { courier: courier.name } } });
  });
}
