import { useState } from "react";
import type { PhonePosition } from "~/domain/phone-event/event";
import { recipientIdOf } from "~/domain/proof/recipient-id";
import type { ProofRules } from "~/domain/proof/rules";
import { FAR_REASONS, NO_PIN_REASONS, RELATIONS, UNSIGNED_REASONS, type ToldProof } from "~/domain/proof/told";
import type { PinState } from "./pin-field";
import type { SignatureState } from "./signature-field";
import { textOf } from "./use-draft";

const NO_SIGNATURE: SignatureState = { shotId: null, isUnsigned: false };

/** What a confirmation proves beside its photos, while it is made. `missing`: what the browser can't ask for by itself. */
export function useProof(rules: ProofRules) {
  const [where, setWhere] = useState<PhonePosition | null>(null);
  const [signature, setSignature] = useState(NO_SIGNATURE);
  const [pin, setPin] = useState<PinState>("open");
  const signed = signature.shotId === null ? [] : [{ shotId: signature.shotId, because: null }];
  const missing: ("signature" | "pin")[] = [
    ...(rules.signature === "must" && signature.shotId === null && !signature.isUnsigned ? (["signature"] as const) : []),
    ...(rules.pin === "must" && ["open", "looking", "wrong"].includes(pin) ? (["pin"] as const) : []),
  ];
  return { where, setWhere, setSignature, setPin, missing, signed };
}
export type ProofWork = ReturnType<typeof useProof>;

/** What the form says of it. */
export function toldProofIn(form: FormData): ToldProof {
  const one = <T extends string>(name: string, of: readonly T[]): T | undefined => of.find((known) => known === form.get(name));
  return {
    relation: one("relation", RELATIONS),
    recipientId: recipientIdOf(textOf(form, "recipientId")) || undefined,
    unsigned: one("unsigned", UNSIGNED_REASONS),
    far: one("far", FAR_REASONS),
    pin: textOf(form, "pin") || undefined,
    noPin: one("noPin", NO_PIN_REASONS),
  };
}
