import { expect, test } from "vitest";
import { breaker } from "./breaker";
import { Trouble, troubleOf } from "./trouble";

const broken = new Error("silent");

test("after a minute's rest one tries; when they are well all may again, else they rest on", () => {
  let now = 0;
  const health = breaker(() => now);
  for (let time = 0; time < 5; time++) health.failed(broken);
  expect(health.isOpen()).toBe(true);
  now = 60_000;
  expect([health.isOpen(), health.begins(), health.begins(), health.isOpen()]).toEqual([false, true, false, true]);
  health.failed(broken);
  expect(health.begins()).toBe(false);
  now = 120_000;
  expect(health.begins()).toBe(true);
  health.succeeded();
  expect([health.begins(), health.begins()]).toEqual([true, true]);
});

test("questions that are refused say nothing of the server: it is asked on, and is well", () => {
  const health = breaker(() => 0);
  for (let time = 0; time < 4; time++) health.failed(broken);
  for (let time = 0; time < 9; time++) health.failed(troubleOf(400, undefined));
  health.failed(broken);
  expect(health.isOpen()).toBe(false);
});

test.each([
  ["a refused key, for ten minutes", troubleOf(401, undefined), 600_000],
  ["a forbidden one", troubleOf(403, "5"), 600_000],
  ["too many questions, for a minute", troubleOf(429, undefined), 60_000],
  ["too many, for as long as it says", troubleOf(429, "20"), 20_000],
  ["too many, for no longer than ten minutes", troubleOf(429, "86400"), 600_000],
  ["too many, and no moment", troubleOf(429, "0"), 1_000],
])("at once it is left alone after %s", (_what, trouble, rest) => {
  let now = 0;
  const health = breaker(() => now);
  health.failed(trouble);
  now = rest - 1;
  expect(health.isOpen()).toBe(true);
  now = rest;
  expect(health.begins()).toBe(true);
});

test.each([
  [400, "refused"],
  [404, "refused"],
  [408, "broken"],
  [302, "broken"],
  [500, "broken"],
  [503, "broken"],
] as const)("%d is %s", (status, kind) => expect(troubleOf(status, "5")).toEqual(new Trouble(kind, String(status))));
