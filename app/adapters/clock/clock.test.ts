import { expect, test } from "vitest";
import { systemClock } from "./clock";

test("the clock shows the machine's time and goes on", async () => {
  const before = Date.now();
  const shown = systemClock.now().getTime();
  expect(shown).toBeGreaterThanOrEqual(before);
  expect(shown).toBeLessThanOrEqual(Date.now());
});
