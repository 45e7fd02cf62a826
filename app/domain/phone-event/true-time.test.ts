import fc from "fast-check";
import { expect, test } from "vitest";
import type { Stamp } from "./event";
import { trueTimeOf } from "./true-time";

const at = (time: string) => `2026-11-25T${time}.000Z`;
const NEVER_SPOKE: Stamp = { deviceAt: at("10:00:00"), counter: 1, serverAt: null, deviceAtServer: null, elapsedMs: null };
const SPOKE: Stamp = { ...NEVER_SPOKE, serverAt: at("09:00:00"), deviceAtServer: at("09:00:00") };
const read = (stamp: Stamp, receivedAt = at("12:00:00"), notBefore: string | null = null) => {
  const time = trueTimeOf(stamp, { receivedAt: new Date(receivedAt), notBefore: notBefore === null ? null : new Date(notBefore) });
  return [time.at.toISOString(), time.by, time.skewMs, time.isDoubtful];
};

test.each<[string, Stamp, unknown[]]>([
  ["a right clock", SPOKE, [at("10:00:00"), "clock", 0, false]],
  [
    "a clock that was an hour ahead when we spoke",
    { ...SPOKE, deviceAt: at("11:00:00"), deviceAtServer: at("10:00:00") },
    [at("10:00:00"), "clock", 3_600_000, false],
  ],
  ["a page that stayed open", { ...SPOKE, elapsedMs: 3_600_000 }, [at("10:00:00"), "monotonic", 0, false]],
  [
    "a clock set back meanwhile, page open",
    { ...SPOKE, deviceAt: at("08:00:00"), elapsedMs: 3_600_000 },
    [at("10:00:00"), "monotonic", -7_200_000, true],
  ],
  ["a clock set back meanwhile, page closed", { ...SPOKE, deviceAt: at("08:00:00") }, [at("09:00:00"), "arrival", 0, true]],
  ["a clock set on into the future", { ...SPOKE, deviceAt: at("18:00:00") }, [at("12:00:00"), "arrival", 0, true]],
  ["a phone that never spoke to us", NEVER_SPOKE, [at("10:00:00"), "clock", null, false]],
  [
    "one that never spoke to us, from next year",
    { ...NEVER_SPOKE, deviceAt: "2027-11-25T10:00:00.000Z" },
    [at("12:00:00"), "arrival", 365 * 86_400_000 - 7_200_000, true],
  ],
])("%s", (_what, stamp, expected) => {
  expect(read(stamp)).toEqual(expected);
});

test("nothing ends before what we know to have come first", () => {
  expect(read(SPOKE, at("12:00:00"), at("10:01:00"))).toEqual([at("10:01:00"), "clock", 0, false]);
  expect(read(SPOKE, at("12:00:00"), at("11:00:00"))).toEqual([at("11:00:00"), "arrival", 0, true]);
});

test("whatever a phone says, the time lies between what it had seen of us and its arrival", () => {
  const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
  const stamp = fc.record<Stamp>({
    deviceAt: instant,
    counter: fc.integer({ min: 1 }),
    serverAt: fc.option(instant),
    deviceAtServer: fc.option(instant),
    elapsedMs: fc.option(fc.integer({ min: 0, max: 1e9 })),
  });
  fc.assert(
    fc.property(stamp, instant, (told, received) => {
      const { at: happened } = trueTimeOf(told, { receivedAt: new Date(received), notBefore: null });
      expect(happened.getTime()).toBeLessThanOrEqual(Date.parse(received));
      if (told.serverAt !== null)
        expect(happened.getTime()).toBeGreaterThanOrEqual(Math.min(Date.parse(told.serverAt), Date.parse(received)));
    }),
  );
});
