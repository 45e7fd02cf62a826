import { mayBecome } from "~/domain/settlement/settlement-state";
import { PermanentFailure } from "~/ports/failures";
import type { ShopStore } from "~/ports/store";
import { lockSettlement } from "./issue-settlement";

/** `sha256`: of the text that the courier has before them; `dispute`: in their words; null: they agree. */
export type AnswerSettlement = { courierId: string; settlementId: string; sha256: string; dispute: string | null; actor: string; at: Date };

/**
 * The courier countersigns a statement, or says what is wrong with it. Said again it is the same. Part of the caller's transaction. Throws
 * PermanentFailure settlement_unknown, settlement_differs (they have another text before them) or settlement_is_final.
 */
export async function answerSettlement(s: ShopStore, answer: AnswerSettlement): Promise<void> {
  const { courierId, settlementId, sha256, dispute, actor, at } = answer;
  const { id, state, number, ...settlement } = await lockSettlement(s, settlementId);
  if (settlement.courierId !== courierId) throw new PermanentFailure("settlement_unknown");
  if (settlement.sha256 !== sha256) throw new PermanentFailure("settlement_differs");
  const to = dispute === null ? "countersigned" : "disputed";
  if (state === to) return;
  if (!mayBecome(state, to)) throw new PermanentFailure("settlement_is_final");
  await s.updateSettlement(id, { state: to, answeredAt: at, dispute });
  await s.record({ actor, type: "settlement", from: state, to, reason: { code: `settlement_${to}`, params: { number } } });
}
