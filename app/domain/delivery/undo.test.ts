import { expect, test } from "vitest";
import type { DeliveryState } from "./states";
import { reportOf, returnOf, stateBefore, stateBeforeReturn } from "./undo";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 15, minute));
const report = (id: string, outcome: "delivered" | "failed" | "returned", minute: number, stands?: boolean) => ({
  ...{ id, outcome, happenedAt: at(minute), receivedAt: at(59) },
  ...(stands === undefined ? {} : { stands }),
});
const FAILED = report("f", "failed", 1);
const DELIVERED = report("d", "delivered", 2);

test.each<[string, DeliveryState, ReturnType<typeof report>[], string | null]>([
  ["delivered", "delivered", [DELIVERED], "d"],
  ["delivered at the second try, told at once", "delivered", [DELIVERED, FAILED], "d"],
  ["failed", "attempt_failed", [FAILED], "f"],
  ["failed twice", "attempt_failed", [report("g", "failed", 3), FAILED], "g"],
  ["delivered, another report kept beside", "delivered", [DELIVERED, report("k", "delivered", 3, false)], "d"],
  ["delivered, the rest at the shop again", "delivered", [DELIVERED, report("r", "returned", 3)], null],
  ["delivered after it had been brought back", "delivered", [report("r", "returned", 1), DELIVERED], "d"],
  ["failed, set out again", "out_for_delivery", [FAILED], null],
  ["taken back", "delivered", [report("d", "delivered", 2, false)], null],
  ["delivered, nobody reported it", "delivered", [], null],
  ["back at the shop", "returned", [report("r", "returned", 3)], null],
])("%s: the report that it is so by", (_what, state, reports, id) => {
  expect(reportOf(state, reports)?.id ?? null).toBe(id);
});

const BACK = report("r", "returned", 3);

test.each<[string, DeliveryState, ReturnType<typeof report>[], string | null]>([
  ["back at the shop", "returned", [FAILED, BACK], "r"],
  ["its rest", "delivered", [BACK, DELIVERED], "r"],
  ["delivered since", "delivered", [report("r", "returned", 1), DELIVERED], null],
  ["that was taken back", "returned", [FAILED, report("r", "returned", 3, false)], null],
  ["only tried", "attempt_failed", [FAILED], null],
  ["out again", "out_for_delivery", [BACK], null],
])("%s: the report that it is at the shop by", (_what, state, reports, id) => {
  expect(returnOf(state, reports)?.id ?? null).toBe(id);
});

type Told = { deliveryId: string; type: string; from: DeliveryState; to: DeliveryState; reason?: { code: string } };
const told = (from: DeliveryState, to: DeliveryState, deliveryId = "d1"): Told => ({ deliveryId, type: "delivery", from, to });

test.each<[string, DeliveryState, Told[], DeliveryState]>([
  ["delivered on its way", "delivered", [told("assigned", "out_for_delivery"), told("out_for_delivery", "delivered")], "out_for_delivery"],
  ["delivered, never set out as far as we knew", "delivered", [told("assigned", "delivered")], "out_for_delivery"],
  ["delivered, given to another", "delivered", [told("unassigned", "delivered")], "out_for_delivery"],
  ["delivered, cancelled at the desk", "delivered", [told("assigned", "cancelled"), told("cancelled", "delivered")], "cancelled"],
  ["delivered, brought back before", "delivered", [told("returned", "delivered")], "returned"],
  ["failed", "attempt_failed", [told("out_for_delivery", "attempt_failed")], "out_for_delivery"],
  ["failed once more without setting out", "attempt_failed", [told("attempt_failed", "attempt_failed")], "out_for_delivery"],
  ["what only marks it is no change", "delivered", [told("cancelled", "delivered"), told("delivered", "delivered")], "cancelled"],
  ["of another delivery", "delivered", [told("cancelled", "delivered", "d2")], "out_for_delivery"],
  [
    "failed, and then said to be at the shop by mistake",
    "attempt_failed",
    [
      told("out_for_delivery", "attempt_failed"),
      told("attempt_failed", "returned"),
      { ...told("returned", "attempt_failed"), reason: { code: "return_undone" } },
    ],
    "out_for_delivery",
  ],
  [
    "delivered twice, taken back between",
    "delivered",
    [told("cancelled", "delivered"), told("delivered", "cancelled"), told("out_for_delivery", "delivered")],
    "out_for_delivery",
  ],
])("%s: what it is once that is taken back", (_what, state, story, before) => {
  expect(stateBefore("d1", state, story)).toBe(before);
});

test.each<[string, Told[], DeliveryState]>([
  ["after an attempt", [told("attempt_failed", "returned")], "attempt_failed"],
  ["given back while it was out", [told("out_for_delivery", "returned"), told("returned", "returned")], "out_for_delivery"],
  ["twice", [told("out_for_delivery", "returned"), told("attempt_failed", "returned")], "attempt_failed"],
  ["of another delivery", [told("attempt_failed", "returned"), told("out_for_delivery", "returned", "d2")], "attempt_failed"],
])("%s: what it was before it was at the shop again", (_what, story, before) => {
  expect(stateBeforeReturn("d1", story)).toBe(before);
});
