/** What may become of a statement once it is issued; its content never changes. */
export const SETTLEMENT_TRANSITIONS = {
  issued: ["countersigned", "disputed", "withdrawn"],
  disputed: ["countersigned", "withdrawn"],
  countersigned: ["paid"],
  paid: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;

export type SettlementState = keyof typeof SETTLEMENT_TRANSITIONS;
export const SETTLEMENT_STATES = Object.keys(SETTLEMENT_TRANSITIONS) as SettlementState[];

export const mayBecome = (from: SettlementState, to: SettlementState): boolean =>
  (SETTLEMENT_TRANSITIONS[from] as readonly string[]).includes(to);
