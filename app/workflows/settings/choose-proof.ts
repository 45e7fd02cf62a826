import { reasonsProblem, type FailureReason } from "~/domain/proof/failure-reasons";
import { proofProblem, type ProofRules } from "~/domain/proof/rules";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";

export type ChooseProof = { shopId: string; actor: string; rules: ProofRules; reasons: FailureReason[] };

/**
 * What the shop wants as proof of delivery and why attempts fail there; couriers' phones learn it with their day.
 * Throws PermanentFailure with the code of what stands in the way.
 */
export async function chooseProof({ store }: Pick<Ports, "store">, { shopId, actor, rules, reasons }: ChooseProof): Promise<void> {
  const problem = proofProblem(rules) ?? reasonsProblem(reasons);
  if (problem) throw new PermanentFailure(problem.code);
  await store.change(shopId, async (s) => {
    await s.updateShop({ proofRules: rules, failureReasons: reasons });
    await s.record({ actor, type: "proof_rules", reason: { code: "proof_rules_saved" } });
  });
}
