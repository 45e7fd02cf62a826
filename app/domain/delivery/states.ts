/** The states a shopkeeper can read, and which may follow which (PRODUCT.md, states). */
export const DELIVERY_TRANSITIONS = {
  // What a courier reports from the door happened, whatever we knew before: docs/decisions/0021.
  // Without a courier it is sent by somebody else's carrier, or handed over at the counter.
  unassigned: ["assigned", "out_for_delivery", "delivered", "cancelled"],
  assigned: ["assigned", "unassigned", "out_for_delivery", "delivered", "attempt_failed", "cancelled"],
  // Of what the shop gave back while it was out, no attempt is made any more.
  out_for_delivery: ["delivered", "attempt_failed", "assigned", "returned", "cancelled"],
  attempt_failed: ["out_for_delivery", "assigned", "delivered", "attempt_failed", "returned", "cancelled"],
  delivered: [],
  returned: ["delivered"],
  cancelled: ["delivered"],
} as const satisfies Record<string, readonly string[]>;

export type DeliveryState = keyof typeof DELIVERY_TRANSITIONS;
export const DELIVERY_STATES = Object.keys(DELIVERY_TRANSITIONS) as DeliveryState[];

export const canBecome = (from: DeliveryState, to: DeliveryState): boolean =>
  (DELIVERY_TRANSITIONS[from] as readonly string[]).includes(to);

/** What a courier still has to do. */
export const OPEN_STATES: readonly DeliveryState[] = ["assigned", "out_for_delivery", "attempt_failed"];
