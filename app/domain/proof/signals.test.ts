import { expect, test } from "vitest";
import { isDoubted, signalsOf, type Evidence } from "./signals";

const HOME = { latitude: -0.2, longitude: -78.5 };
const north = (metres: number, accuracyMetres = 10) => ({
  latitude: HOME.latitude + metres / 111_195,
  longitude: HOME.longitude,
  accuracyMetres,
});
const AT = new Date("2026-11-25T10:00:00Z");
const earlier = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);
const HONEST: Evidence = {
  told: { at: AT, where: north(20) },
  address: { ...HOME, metres: 50 },
  radiusMetres: 300,
  before: { at: earlier(10), where: north(2_000) },
  isPhotoRepeated: false,
  isPinMissing: false,
  isClockChanged: false,
  isProofIncomplete: false,
};

test.each<[string, Partial<Evidence>, string[]]>([
  ["an honest confirmation", {}, []],
  ["one from the next street of an address that is known roughly", { told: { at: AT, where: north(400, 100) } }, []],
  ["one from another quarter", { told: { at: AT, where: north(2_000) } }, ["far"]],
  ["the same where the shop asks for no place", { told: { at: AT, where: north(2_000) }, radiusMetres: null }, []],
  ["the same of an address nobody knows", { told: { at: AT, where: north(2_000) }, address: null }, []],
  ["no place at all", { told: { at: AT, where: null } }, []],
  ["10 km in two minutes", { before: { at: earlier(2), where: north(10_000) } }, ["impossible_speed"]],
  ["10 km in no time", { before: { at: AT, where: north(10_000) } }, ["impossible_speed"]],
  ["10 km in ten minutes", { before: { at: earlier(10), where: north(10_000) } }, []],
  ["two doors of one house in no time", { before: { at: AT, where: north(100) } }, []],
  ["an earlier photo, and no code", { isPhotoRepeated: true, isPinMissing: true }, ["repeated_photo", "no_pin"]],
  ["less than the shop demands", { isProofIncomplete: true }, ["proof_incomplete"]],
  ["a clock that was changed", { isClockChanged: true }, ["clock_changed"]],
])("%s", (_what, evidence, signals) => {
  const found = signalsOf({ ...HONEST, ...evidence });
  expect(found).toEqual(signals);
  expect(isDoubted(found)).toBe(signals.length > 1);
});
