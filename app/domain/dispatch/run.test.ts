import { expect, test } from "vitest";
import { cameLate, hindranceOf, isDone, isLoadable, type RunState } from "./run";

const ZONE = "America/Guayaquil";
// 23:50 in Guayaquil, already the next day in UTC.
const LATE = new Date("2026-11-24T04:50:00Z");
const NEXT_DAY = new Date("2026-11-24T05:10:00Z");

test.each<[RunState, string | null]>([
  ["loading", "guide_awaited"],
  ["ready", null],
  ["under_way", null],
  ["ended", "not_loaded"],
])("a stop of a run that is %s: %s", (state, hindrance) => {
  expect(hindranceOf({ state, createdAt: new Date("2026-11-23T15:00:00Z") }, LATE, ZONE)).toBe(hindrance);
});

test.each<[string, string, Date | null, boolean]>([
  ["on its day", "2026-11-23", null, false],
  ["after midnight, with nothing on the road", "2026-11-22", null, true],
  ["after midnight, for a run that went without it", "2026-11-22", new Date("2026-11-23T02:00:00Z"), false],
])("a guide authorised %s: whether it came too late", (_what, issueDate, startedAt, isLate) => {
  expect(cameLate(issueDate, { startedAt }, LATE, ZONE)).toBe(isLate);
});

test("a guide covers its day in the issuer's zone, and nothing after", () => {
  const run = { state: "ready" as const, createdAt: new Date("2026-11-23T15:00:00Z") };
  expect([hindranceOf(run, LATE, ZONE), hindranceOf(run, NEXT_DAY, ZONE), hindranceOf(null, LATE, ZONE)]).toEqual([
    null,
    "not_loaded",
    "not_loaded",
  ]);
});

test("what waits to go out is loaded once, and again when its run counts no more", () => {
  expect(isLoadable({ state: "assigned", runId: null }, [])).toBe(true);
  expect(isLoadable({ state: "attempt_failed", runId: "yesterday" }, ["today"])).toBe(true);
  expect(isLoadable({ state: "assigned", runId: "today" }, ["today"])).toBe(false);
  expect(isLoadable({ state: "out_for_delivery", runId: null }, [])).toBe(false);
});

test("a run is done when nothing of it is on the road or waits to be", () => {
  expect(isDone([{ state: "delivered" }, { state: "cancelled" }])).toBe(true);
  expect(isDone([{ state: "delivered" }, { state: "attempt_failed" }])).toBe(false);
});

test("a return that was fetched is on the road until it is at the shop", () => {
  const fetched = { state: "delivered", returnGid: "r1", owesRest: true } as const;
  expect([isDone([fetched]), isDone([{ ...fetched, owesRest: false }])]).toEqual([false, true]);
  // What a recipient did not take of a delivery goes back under the guide that it came with.
  expect(isDone([{ ...fetched, returnGid: null }])).toBe(true);
});
