import { expect, onTestFinished, test } from "vitest";
import { movedClock, moveClock, systemClock } from "./clock";

test.each([
  ["the machine's clock", systemClock],
  ["a clock that nobody has moved", movedClock],
])("%s shows the machine's time and goes on", (_what, clock) => {
  const before = Date.now();
  const shown = clock.now().getTime();
  expect(shown).toBeGreaterThanOrEqual(before);
  expect(shown).toBeLessThanOrEqual(Date.now());
});

test("a moved clock goes on from where it was moved to; the machine's is left alone", () => {
  onTestFinished(() => moveClock(0));
  moveClock(-86_400_000);
  expect(Date.now() - movedClock.now().getTime()).toBeGreaterThanOrEqual(86_400_000);
  expect(Date.now() - systemClock.now().getTime()).toBeLessThan(60_000);
});
