import type { ProofRules } from "./rules";
import type { ShotRole, ToldProof } from "./told";

/** What a shop may demand of a confirmation beside photo and name. */
export type Demanded = "relation" | "recipientId" | "signature" | "pin";

/** A confirmation, as far as demands are about it. */
export type Proven = { proof?: ToldProof | null | undefined; photos: readonly { role?: ShotRole | undefined }[] };

/**
 * Which of a shop's demands a confirmation neither meets nor explains. A signature and a PIN may be wanting for a reason that the courier
 * names; who receives and their id may not.
 */
export function missingProof(rules: ProofRules, { proof, photos }: Proven): Demanded[] {
  const told = proof ?? {};
  const isMet: Record<Demanded, boolean> = {
    relation: told.relation !== undefined,
    recipientId: Boolean(told.recipientId),
    signature: photos.some(({ role }) => role === "signature") || told.unsigned !== undefined,
    pin: Boolean(told.pin) || told.noPin !== undefined,
  };
  return (["relation", "recipientId", "signature", "pin"] as const).filter((one) => rules[one] === "must" && !isMet[one]);
}
