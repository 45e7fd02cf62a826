import { expect, test } from "vitest";
import { doubtOf } from "./doubt";
import type { Evidence } from "./signals";

const AT = new Date("2026-11-25T10:00:00Z");
const minutesBefore = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);
const north = (metres: number) => ({ latitude: metres / 111_195, longitude: 0, accuracyMetres: 10 });
const FAR_AND_FAST: Evidence = {
  told: { at: AT, where: north(2_000) },
  address: { latitude: 0, longitude: 0, metres: 50 },
  radiusMetres: 300,
  before: { at: minutesBefore(6), where: north(52_000) },
  isPhotoRepeated: false,
  isPinMissing: false,
  isClockChanged: false,
  isProofIncomplete: false,
};

test("an honest confirmation has no doubt, whatever its numbers", () => {
  expect(doubtOf({ ...FAR_AND_FAST, told: { at: AT, where: north(20) }, before: null })).toBeNull();
});

test("a doubt says how far from the address, and how fast since the report before", () => {
  expect(doubtOf(FAR_AND_FAST)).toEqual({ signals: ["far", "impossible_speed"], metres: 2_000, kmh: 500 });
});

test("two places at the same moment have a speed that can be read", () => {
  expect(doubtOf({ ...FAR_AND_FAST, before: { at: AT, where: north(52_000) } })?.kmh).toBe(9_999);
});

test("what is not known is no number", () => {
  expect(doubtOf({ ...FAR_AND_FAST, told: { at: AT, where: null }, isClockChanged: true })).toEqual({
    signals: ["clock_changed"],
    metres: null,
    kmh: null,
  });
});
