import { expect, test } from "vitest";
import { canBecome, DELIVERY_STATES, OPEN_STATES } from "~/domain/delivery/states";
import { decide, type Found } from "./decide";
import { EVENT_KINDS, type EventKind } from "./event";

const THEIRS: Found = { wasTheirs: true, holder: "them", state: "out_for_delivery", isOvertaken: false, hindrance: null };
const of = (kind: EventKind, found: Partial<Found>) => {
  const { does, code } = decide(kind, { ...THEIRS, ...found });
  return [does, code];
};

test.each<[string, EventKind, Partial<Found>, [does: string, code: string]]>([
  ["delivered, nothing meanwhile", "confirm", {}, ["deliver", "applied"]],
  ["delivered at the second try", "confirm", { state: "attempt_failed" }, ["deliver", "applied"]],
  ["delivered before its setting out came", "confirm", { state: "assigned" }, ["deliver", "applied"]],
  ["delivered, never loaded", "confirm", { state: "assigned", hindrance: "not_loaded" }, ["deliver", "set_out_without_guide"]],
  ["delivered, given to another", "confirm", { holder: "another", state: "assigned" }, ["deliver", "taken_over"]],
  ["delivered, another is out with it", "confirm", { holder: "another" }, ["deliver", "taken_over"]],
  ["delivered, taken back by the shop", "confirm", { holder: "nobody", state: "unassigned" }, ["deliver", "taken_over"]],
  ["delivered, cancelled at the desk", "confirm", { state: "cancelled" }, ["deliver", "delivered_after_cancel"]],
  ["delivered, taken back and cancelled", "confirm", { holder: "nobody", state: "cancelled" }, ["deliver", "delivered_after_cancel"]],
  ["delivered, another had before", "confirm", { holder: "another", state: "delivered" }, ["keep", "kept_delivered_before"]],
  ["delivered, as they said before", "confirm", { state: "delivered" }, ["keep", "kept_delivered_before"]],
  ["failed, nothing meanwhile", "fail", {}, ["fail", "applied"]],
  ["failed, never loaded", "fail", { state: "assigned", hindrance: "guide_awaited" }, ["fail", "set_out_without_guide"]],
  ["failed, given to another", "fail", { holder: "another", state: "assigned" }, ["keep", "kept_given_to_another"]],
  ["failed, cancelled at the desk", "fail", { state: "cancelled" }, ["keep", "kept_cancelled"]],
  ["failed, another delivered", "fail", { holder: "another", state: "delivered" }, ["keep", "kept_delivered_before"]],
  ["failed, and set out again since", "fail", { isOvertaken: true }, ["keep", "applied"]],
  ["failed, and delivered since", "fail", { isOvertaken: true, state: "delivered" }, ["keep", "applied"]],
  ["brought back after a failed attempt", "return", { state: "attempt_failed" }, ["bring_back", "applied"]],
  ["brought back without an attempt", "return", {}, ["bring_back", "applied"]],
  ["brought back, at the shop already", "return", { state: "assigned" }, ["keep", "not_needed"]],
  ["brought back twice", "return", { state: "returned" }, ["keep", "not_needed"]],
  ["brought back, given to another", "return", { state: "assigned", holder: "another" }, ["keep", "kept_given_to_another"]],
  ["brought back, cancelled at the desk", "return", { state: "cancelled" }, ["keep", "kept_cancelled"]],
  ["brought back, another delivered", "return", { state: "delivered", holder: "another" }, ["keep", "kept_delivered_before"]],
  ["brought back, and set out again since", "return", { isOvertaken: true }, ["keep", "applied"]],
  ["the rest brought back that was not taken", "return", { state: "delivered", owesRest: true }, ["bring_back", "applied"]],
  ["a return's goods brought that were never fetched", "return", { state: "attempt_failed", isReverse: true }, ["keep", "not_needed"]],
  ["a return's goods at the shop", "return", { state: "delivered", owesRest: true, isReverse: true }, ["bring_back", "applied"]],
  ["no rest of theirs", "return", { state: "delivered", owesRest: true, holder: "another" }, ["keep", "kept_delivered_before"]],
  ["delivered after it was brought back", "confirm", { state: "returned" }, ["deliver", "delivered_after_cancel"]],
  ["delivered, and taken back before it came", "confirm", { isTakenBack: true }, ["keep", "kept_undone"]],
  ["failed, and taken back before it came", "fail", { isTakenBack: true }, ["keep", "kept_undone"]],
  ["taken back, nothing issued", "undo", { state: "delivered", named: "stands" }, ["undo", "applied"]],
  ["a failed attempt taken back", "undo", { state: "attempt_failed", named: "stands" }, ["undo", "applied"]],
  ["taken back, its document issued", "undo", { state: "delivered", named: "issued" }, ["propose_credit", "undo_too_late"]],
  ["taken back, not as it stands", "undo", { state: "delivered", named: "gone" }, ["nothing", "not_needed"]],
  ["taken back before its report came", "undo", {}, ["nothing", "not_needed"]],
  ["set out", "start", { state: "assigned" }, ["set_out", "applied"]],
  ["set out again", "start", { state: "attempt_failed" }, ["set_out", "applied"]],
  ["set out twice", "start", {}, ["nothing", "not_needed"]],
  ["set out, not loaded", "start", { state: "assigned", hindrance: "not_loaded" }, ["nothing", "hindered"]],
  ["set out, no longer theirs", "start", { holder: "another", state: "assigned" }, ["nothing", "kept_given_to_another"]],
  ["set out, cancelled", "start", { state: "cancelled" }, ["nothing", "kept_cancelled"]],
  ["set out, delivered since", "start", { state: "delivered" }, ["nothing", "not_needed"]],
  ["set out, failed since", "start", { state: "attempt_failed", isOvertaken: true }, ["nothing", "not_needed"]],
])("%s", (_what, kind, found, expected) => {
  expect(of(kind, found)).toEqual(expected);
});

test("why goods may not set out is told", () => {
  expect(decide("start", { ...THEIRS, state: "assigned", hindrance: "guide_awaited" })).toMatchObject({ why: "guide_awaited" });
});

/** Everything that can be found: what waits for a courier has none. */
const ALL = (["them", "another", "nobody"] as const).flatMap((holder) =>
  DELIVERY_STATES.filter((state) => state !== "unassigned" || holder === "nobody").flatMap((state) =>
    [true, false].flatMap((isOvertaken) =>
      ([null, "not_loaded", "guide_awaited"] as const).flatMap((hindrance) =>
        ([undefined, "stands", "issued", "gone"] as const).map((named) => ({
          ...{ holder, state, isOvertaken, hindrance },
          ...(named && { named }),
        })),
      ),
    ),
  ),
);

test("whatever is found, what never was theirs stays untouched, and says no more", () => {
  for (const kind of EVENT_KINDS)
    for (const found of ALL) expect(decide(kind, { ...found, wasTheirs: false })).toEqual({ does: "nothing", code: "not_yours" });
});

test("only a taking back takes back, and only what stands", () => {
  for (const kind of EVENT_KINDS)
    for (const found of ALL) {
      const { does } = decide(kind, { ...found, wasTheirs: true });
      expect({ kind, found, undoes: does === "undo" }).toEqual({ kind, found, undoes: kind === "undo" && found.named === "stands" });
    }
});

test("whatever is found, what happened at the door is applied or kept, and no state follows that may not follow", () => {
  const BECOMES = { set_out: "out_for_delivery", deliver: "delivered", fail: "attempt_failed", bring_back: "returned" } as const;
  for (const kind of EVENT_KINDS)
    for (const found of ALL) {
      const { does } = decide(kind, { ...found, wasTheirs: true });
      if (kind !== "start" && kind !== "undo") expect(does).not.toBe("nothing");
      if (does in BECOMES)
        expect({ found, can: canBecome(found.state, BECOMES[does as keyof typeof BECOMES]) }).toEqual({ found, can: true });
      if (does === "fail" || does === "set_out" || does === "bring_back")
        expect([found.holder, OPEN_STATES.includes(found.state)]).toEqual(["them", true]);
    }
});
