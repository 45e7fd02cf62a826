import { DEFAULT_PROOF, type ProofRules } from "./rules";

/** A shop's rules of proof; those of one that has said nothing. */
export const proofRulesOf = (shop: { id: string; proofRules?: ProofRules | null }): ProofRules => shop.proofRules ?? DEFAULT_PROOF;
