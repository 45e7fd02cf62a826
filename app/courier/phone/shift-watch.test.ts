import { afterEach, expect, test, vi } from "vitest";
import { ShiftWatch } from "./shift-watch";

afterEach(() => vi.unstubAllGlobals());

/** A phone that says where it is whenever the test wants. */
function aPhone() {
  const watches = new Map<number, (fix: unknown) => void>();
  const losses: (() => void)[] = [];
  const geolocation = {
    watchPosition: (tell: (fix: unknown) => void, fail: () => void) => (
      losses.push(fail),
      watches.set(watches.size + 1, tell),
      watches.size
    ),
    clearWatch: (id: number) => watches.delete(id),
  };
  const clock = { ms: 0 };
  vi.stubGlobal("navigator", { geolocation });
  vi.spyOn(performance, "now").mockImplementation(() => clock.ms);
  const fix = { coords: { latitude: -0.2, longitude: -78.5, accuracy: 12.4 } };
  return { clock, isWatched: () => watches.size > 0, moves: () => watches.forEach((tell) => tell(fix)), isLost: () => losses.at(-1)!() };
}

test("a shift that is shared tells the first place, and then one every two minutes at most", () => {
  const phone = aPhone();
  const told: unknown[] = [];
  const watch = new ShiftWatch({ tell: (shiftId, position) => told.push([shiftId, position]), miss: () => undefined });
  watch.follow("s");
  phone.moves();
  expect(told).toEqual([["s", { latitude: -0.2, longitude: -78.5, accuracyMetres: 12 }]]);
  phone.clock.ms = 119_000;
  phone.moves();
  expect(told).toHaveLength(1);
  phone.clock.ms = 120_000;
  phone.moves();
  expect(told).toHaveLength(2);
});

test("paused, over or not shared, the phone's place is not looked at", () => {
  const phone = aPhone();
  const watch = new ShiftWatch({ tell: () => undefined, miss: () => undefined });
  watch.follow(null);
  expect(phone.isWatched()).toBe(false);
  watch.follow("s");
  expect(phone.isWatched()).toBe(true);
  watch.follow(null);
  expect(phone.isWatched()).toBe(false);
});

test("a phone that no longer says where it is is said once, until it does again or nobody asks", () => {
  const phone = aPhone();
  const missed: boolean[] = [];
  const watch = new ShiftWatch({ tell: () => undefined, miss: (isMissing) => missed.push(isMissing) });
  watch.follow("s");
  phone.isLost();
  phone.isLost();
  expect(missed).toEqual([true]);
  phone.moves();
  expect(missed).toEqual([true, false]);
  phone.isLost();
  watch.follow(null);
  expect(missed).toEqual([true, false, true, false]);
});
