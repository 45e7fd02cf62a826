import { expect, test } from "vitest";
import { askAgainMs, retryAfterMs } from "./back-off";

test("without network it is tried again after 2, 4, 8 seconds and never later than 8", () => {
  expect([1, 2, 3, 4, 50].map(retryAfterMs)).toEqual([2_000, 4_000, 8_000, 8_000, 8_000]);
});

test("an answer that is not there yet is asked for soon, then ever more rarely", () => {
  expect([1, 2, 3, 4, 40].map(askAgainMs)).toEqual([500, 1_000, 2_000, 4_000, 60_000]);
});
