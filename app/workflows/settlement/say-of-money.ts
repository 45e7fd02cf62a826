import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { courierName } from "~/workflows/courier/at-the-door";
import { answerSettlement } from "./answer-settlement";
import { sayHandOver } from "./hand-over-cash";

/** What a courier says about money. `handOverId`: made by whoever spoke of it first; minor units. */
export type SaidOfMoney =
  | { kind: "hand_over"; handOverId: string; minor: number; currency: string }
  | { kind: "countersign"; settlementId: string; sha256: string }
  | { kind: "dispute"; settlementId: string; sha256: string; words: string };

/** Part of the caller's transaction. Throws the PermanentFailures of `sayHandOver` and `answerSettlement`. */
export async function applySaid(s: ShopStore, said: SaidOfMoney, { courierId, at }: { courierId: string; at: Date }): Promise<void> {
  const who = { courierId, at, actor: `courier:${await courierName(s, courierId)}` };
  if (said.kind === "hand_over") return sayHandOver(s, { ...said, ...who, side: "courier" });
  const { settlementId, sha256 } = said;
  return answerSettlement(s, { ...who, settlementId, sha256, dispute: said.kind === "dispute" ? said.words : null });
}

/** The same by a form without a script. */
export async function sayOfMoney(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { shopId, courierId, said }: { shopId: string; courierId: string; said: SaidOfMoney },
): Promise<void> {
  await store.change(shopId, (s) => applySaid(s, said, { courierId, at: clock.now() }));
}
