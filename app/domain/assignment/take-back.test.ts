import { expect, test } from "vitest";
import { undoUntil, whyKept } from "./take-back";

const AT = "2026-11-26T15:00:00.000Z";
const left = { state: "assigned" as const, courierId: "b", zoneId: "z", assignedAt: AT, wasMoved: true };
const now = { state: "assigned" as const, courierId: "b", zoneId: "z", assignedAt: new Date(AT), runId: null };

test.each<[string, Partial<typeof left> | object, object, string | null]>([
  ["as it was left", {}, {}, null],
  ["delivered", {}, { state: "delivered" }, "over"],
  ["cancelled", {}, { state: "cancelled" }, "over"],
  ["on its way with the other", {}, { state: "out_for_delivery" }, "under_way"],
  ["in the other's load", {}, { runId: "r" }, "loaded"],
  ["given to a third", {}, { courierId: "c" }, "given_since"],
  ["in another zone since", {}, { zoneId: "other" }, "given_since"],
  ["given anew to the same", {}, { assignedAt: new Date(0) }, "given_since"],
  [
    "waiting, as it was left",
    { state: "unassigned", courierId: null, assignedAt: null },
    { state: "unassigned", courierId: null, assignedAt: null },
    null,
  ],
  ["left waiting and given since", { state: "unassigned", courierId: null, assignedAt: null }, {}, "given_since"],
  ["never moved, in its own run", { wasMoved: false, state: "out_for_delivery" }, { state: "out_for_delivery", runId: "r" }, null],
])("a stop that is %s", (_what, leftAs, isNow, why) => {
  expect(whyKept({ ...left, ...leftAs }, { ...now, ...isNow })).toBe(why);
});

test("it can be taken back for ten minutes", () => {
  expect(undoUntil(new Date(AT)).toISOString()).toBe("2026-11-26T15:10:00.000Z");
});
