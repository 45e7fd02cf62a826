import { expect, test } from "vitest";
import { canBePackedAnew, missingOf } from "./parcels";
import { DELIVERY_STATES } from "./states";

test.each([
  [1, [], [1]],
  [3, [2], [1, 3]],
  [3, [3, 1, 2, 2], []],
  [2, [1, 3], [2]],
])("of %i parcels, with %j scanned, %j are missing", (parcels, scanned, missing) => {
  expect(missingOf(parcels, scanned)).toEqual(missing);
});

test("goods are packed anew only where they are at the shop, or on their way back to it", () => {
  expect(DELIVERY_STATES.filter(canBePackedAnew)).toEqual(["unassigned", "assigned", "attempt_failed"]);
});
