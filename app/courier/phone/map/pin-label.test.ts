import { expect, test } from "vitest";
import { pinLabel } from "./pin-label";

test.each([
  [[7], "7"],
  [[7, 8], "7·8"],
  [[7, 8, 12, 13], "7+3"],
])("stops %j are called %s", (numbers, label) => {
  expect(pinLabel(numbers)).toBe(label);
});
