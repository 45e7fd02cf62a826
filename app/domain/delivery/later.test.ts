import { expect, test } from "vitest";
import { isForLater } from "./later";

test.each([
  ["2026-11-28", true],
  ["2026-11-27", false],
  ["2026-11-26", false],
  [null, false],
  [undefined, false],
])("wanted on %s, today is the 27th: later %s", (day, isLater) => {
  expect(isForLater(day, "2026-11-27")).toBe(isLater);
});
