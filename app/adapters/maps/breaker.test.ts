import { expect, test } from "vitest";
import { breaker } from "./breaker";

test("after a minute's rest one tries; when they are well all may again, else they rest on", () => {
  let now = 0;
  const health = breaker(() => now);
  for (let time = 0; time < 5; time++) health.failed();
  expect(health.isOpen()).toBe(true);
  now = 60_000;
  expect([health.isOpen(), health.isOpen()]).toEqual([false, true]);
  health.failed();
  expect(health.isOpen()).toBe(true);
  now = 120_000;
  expect(health.isOpen()).toBe(false);
  health.succeeded();
  expect([health.isOpen(), health.isOpen()]).toEqual([false, false]);
});
