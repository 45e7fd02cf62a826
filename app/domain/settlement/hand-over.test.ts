import fc from "fast-check";
import { expect, test } from "vitest";
import { counted, handOverState, isOver, type Counted, type Side } from "./hand-over";

test.each<[number | null, number | null, string]>([
  [2000, null, "awaits_shop"],
  [null, 2000, "awaits_courier"],
  [2000, 1900, "differs"],
  [0, 1900, "differs"],
  [2000, 2000, "agreed"],
  [0, null, "void"],
  [null, 0, "void"],
  [0, 0, "void"],
])("the courier says %s, the shop %s: %s", (courierMinor, shopMinor, state) => {
  expect(handOverState({ courierMinor, shopMinor })).toBe(state);
});

test("it counts only once both say the same, and then for good", () => {
  const said = fc.array(fc.tuple(fc.constantFrom<Side>("courier", "shop"), fc.nat(4)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(said, (words) => {
      let now: Counted = { courierMinor: null, shopMinor: null };
      for (const [side, minor] of words) {
        const before = now;
        now = counted(before, side, minor);
        const isFirst = before.courierMinor === null && before.shopMinor === null;
        if (!isFirst && isOver(before)) expect(now).toBe(before);
        if (handOverState(now) === "agreed") expect(now.courierMinor).toBe(now.shopMinor);
      }
    }),
  );
});
