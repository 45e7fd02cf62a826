import type { DeliveryState } from "~/domain/delivery/states";
import type { Hindrance } from "~/domain/dispatch/run";
import type { EventKind, OutcomeCode } from "./event";

/** A delivery as it is when an event about it is worked out. */
export type Found = {
  /** Whether it is, or ever was, this courier's. */
  wasTheirs: boolean;
  /** Who has it now, or brought it. */
  holder: "them" | "another" | "nobody";
  state: DeliveryState;
  /** Something that the same phone told later about it has taken effect already. */
  isOvertaken: boolean;
  /** Why goods that are still at the shop may not set out. */
  hindrance: Hindrance | null;
  /** It is delivered, and what was not taken of it is still with its courier. */
  owesRest?: boolean;
  /** Its courier has taken this very report back already. */
  isTakenBack?: boolean;
  /** What a taking back finds of the report that it names; absent: nothing that stands. */
  named?: Named;
  /** It fetches the goods of a return: until then the courier has nothing of it. */
  isReverse?: boolean;
};

/** `stands`: the delivery is as it says, and nothing follows from it that can't be taken back; `issued`: its document is. */
export type Named = "stands" | "issued" | "gone";

/** `keep`: written down as an attempt beside what stands. */
export type Decision = {
  does: "nothing" | "set_out" | "deliver" | "fail" | "bring_back" | "keep" | "undo" | "propose_credit";
  code: OutcomeCode;
  why?: Hindrance;
};

/**
 * The rule for contradictions (docs/decisions/0021): what happened at the door happened, what the desk decided stays visible. Of a delivery that
 * never was theirs a courier learns no more than that.
 */
export function decide(kind: EventKind, found: Found): Decision {
  if (!found.wasTheirs) return { does: "nothing", code: "not_yours" };
  return { start: setOut, confirm: delivered, fail: failed, return: broughtBack, undo: undone }[kind](found);
}

function setOut({ state, holder, isOvertaken, hindrance }: Found): Decision {
  if (isOvertaken || state === "delivered") return { does: "nothing", code: "not_needed" };
  if (isClosed(state)) return { does: "nothing", code: "kept_cancelled" };
  if (holder !== "them") return { does: "nothing", code: "kept_given_to_another" };
  if (state === "out_for_delivery") return { does: "nothing", code: "not_needed" };
  return hindrance ? { does: "nothing", code: "hindered", why: hindrance } : { does: "set_out", code: "applied" };
}

function delivered({ state, holder, hindrance, isTakenBack = false }: Found): Decision {
  if (isTakenBack) return { does: "keep", code: "kept_undone" };
  if (state === "delivered") return { does: "keep", code: "kept_delivered_before" };
  if (isClosed(state)) return { does: "deliver", code: "delivered_after_cancel" };
  if (holder !== "them") return { does: "deliver", code: "taken_over" };
  return { does: "deliver", code: isUnguided(state, hindrance) ? "set_out_without_guide" : "applied" };
}

function failed({ state, holder, isOvertaken, hindrance, isTakenBack = false }: Found): Decision {
  if (isTakenBack) return { does: "keep", code: "kept_undone" };
  if (state === "delivered") return { does: "keep", code: isOvertaken ? "applied" : "kept_delivered_before" };
  if (isClosed(state)) return { does: "keep", code: "kept_cancelled" };
  if (holder !== "them") return { does: "keep", code: "kept_given_to_another" };
  if (isOvertaken) return { does: "keep", code: "applied" };
  return { does: "fail", code: isUnguided(state, hindrance) ? "set_out_without_guide" : "applied" };
}

/** At the shop it was received by somebody: what the courier brought is theirs no more, whatever was meant to become of it. */
function broughtBack({ state, holder, isOvertaken, owesRest = false, isReverse = false }: Found): Decision {
  if (state === "delivered" && holder === "them" && owesRest) return { does: "bring_back", code: "applied" };
  if (state === "delivered") return { does: "keep", code: isOvertaken ? "applied" : "kept_delivered_before" };
  if (state === "cancelled") return { does: "keep", code: "kept_cancelled" };
  if (state === "returned" || isReverse) return { does: "keep", code: "not_needed" };
  if (holder !== "them") return { does: "keep", code: "kept_given_to_another" };
  if (isOvertaken) return { does: "keep", code: "applied" };
  // As far as we know it is at the shop already.
  return state === "assigned" ? { does: "keep", code: "not_needed" } : { does: "bring_back", code: "applied" };
}

/** What the law has of it can't be taken back; what came after it, or is beside what stands, needs no taking back. */
function undone({ named = "gone" }: Found): Decision {
  switch (named) {
    case "stands":
      return { does: "undo", code: "applied" };
    case "issued":
      return { does: "propose_credit", code: "undo_too_late" };
    case "gone":
      return { does: "nothing", code: "not_needed" };
  }
}

const isClosed = (state: DeliveryState): boolean => state === "cancelled" || state === "returned";

/** It was at the shop, as far as we knew, when it was at the door already. */
const isUnguided = (state: DeliveryState, hindrance: Hindrance | null): boolean => state === "assigned" && hindrance !== null;
