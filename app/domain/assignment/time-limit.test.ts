import { expect, test } from "vitest";
import { readHours, writeHours } from "./hours";
import { lastDigitOf, NO_PLATE_TABLE, QUITO } from "./plates";
import { spotsOf } from "./spots";
import { NO_LIMITS, type CourierTerms } from "./terms";
import { nextWorkingTime, timeLimit, type Calendar } from "./time-limit";
import { instantOf, startOfWeek } from "./wall-time";

const TERMS: CourierTerms = { active: true, dailyCapacity: 10, plate: "PBX4821", ...NO_LIMITS };
const OPEN: Calendar = { rules: { holidaysWorked: true, plates: NO_PLATE_TABLE }, holidays: new Set(["2026-12-25"]) };
const MONDAY_NINE = { day: "2026-11-30", weekday: 1, minute: 540 };
const OFFICE = [{ days: [1, 2, 3, 4, 5], from: 540, to: 1080 }];

test.each<[string, Partial<CourierTerms>, Partial<typeof MONDAY_NINE>, Partial<Calendar["rules"]>, string | null]>([
  ["nothing in the way", {}, {}, {}, null],
  ["inactive", { active: false }, {}, {}, "inactive"],
  ["out today", { outOn: "2026-11-30" }, {}, {}, "out_today"],
  ["out another day", { outOn: "2026-11-29" }, {}, {}, null],
  ["a day off", { daysOff: ["2026-11-30"] }, {}, {}, "day_off"],
  ["a holiday that is worked", {}, { day: "2026-12-25", weekday: 5 }, {}, null],
  ["a holiday that the shop does not work", {}, { day: "2026-12-25", weekday: 5 }, { holidaysWorked: false }, "holiday"],
  ["a courier who works all the same", { worksOnHolidays: true }, { day: "2026-12-25", weekday: 5 }, { holidaysWorked: false }, null],
  ["a courier who never does", { worksOnHolidays: false }, { day: "2026-12-25", weekday: 5 }, {}, "holiday"],
  ["the first minute of the shift", { shifts: OFFICE }, {}, {}, null],
  ["the minute before it", { shifts: OFFICE }, { minute: 539 }, {}, "off_shift"],
  ["the minute it ends", { shifts: OFFICE }, { minute: 1080 }, {}, "off_shift"],
  ["a day without shift", { shifts: OFFICE }, { day: "2026-11-29", weekday: 0 }, {}, "off_shift"],
  ["the plate's day and hour", {}, { minute: 400 }, { plates: QUITO }, "plate_restricted"],
  ["the plate's day between its hours", {}, { minute: 600 }, { plates: QUITO }, null],
  ["the plate's day for another plate", { plate: "PBX4825" }, { minute: 400 }, { plates: QUITO }, null],
  ["a vehicle that may", { plateExempt: true }, { minute: 400 }, { plates: QUITO }, null],
  ["nobody's plate", { plate: null }, { minute: 400 }, { plates: QUITO }, null],
])("%s", (_what, terms, at, rules, limit) => {
  expect(timeLimit({ ...TERMS, ...terms }, { ...MONDAY_NINE, ...at }, { ...OPEN, rules: { ...OPEN.rules, ...rules } })).toBe(limit);
});

test("plates are free on a national holiday", () => {
  const holiday = { day: "2026-12-25", weekday: 5, minute: 400 };
  const calendar = { ...OPEN, rules: { ...OPEN.rules, plates: QUITO } };
  expect(timeLimit({ ...TERMS, plate: "PBX4829" }, holiday, calendar)).toBeNull();
  expect(timeLimit({ ...TERMS, plate: "PBX4829" }, { ...holiday, day: "2026-12-18" }, calendar)).toBe("plate_restricted");
});

test.each<[string, Partial<CourierTerms>, { day: string; minute: number } | null]>([
  ["at once", {}, { day: "2026-11-30", minute: 400 }],
  ["when the shift begins", { shifts: OFFICE }, { day: "2026-11-30", minute: 540 }],
  ["after days off", { shifts: OFFICE, daysOff: ["2026-11-30", "2026-12-01"] }, { day: "2026-12-02", minute: 540 }],
  ["the day after they are out", { outOn: "2026-11-30" }, { day: "2026-12-01", minute: 0 }],
  ["never, inactive", { active: false }, null],
  ["never, without a day", { shifts: [{ days: [], from: 0, to: 1440 }] }, null],
])("the next working time is %s", (_what, terms, time) => {
  const next = nextWorkingTime({ ...TERMS, ...terms }, { ...MONDAY_NINE, minute: 400 }, OPEN);
  expect(next && { day: next.day, minute: next.minute }).toEqual(time);
});

test("a restricted plate is free when its hours end", () => {
  const calendar = { ...OPEN, rules: { ...OPEN.rules, plates: QUITO } };
  expect(nextWorkingTime(TERMS, { ...MONDAY_NINE, minute: 400 }, calendar)).toMatchObject({ day: "2026-11-30", minute: 570 });
});

test.each([
  ["09:00-13:00, 14:00-18:00", "09:00-13:00, 14:00-18:00"],
  ["14:00–18:00; 9:00 - 13:00", "09:00-13:00, 14:00-18:00"],
  ["", ""],
  ["00:00-24:00", "00:00-24:00"],
  ["13:00-09:00", null],
  ["09:00-13:00, 12:00-14:00", null],
  ["9-13", null],
  ["09:60-13:00", null],
  ["09:00-24:01", null],
])("%j is read as %j", (text, hours) => {
  const read = readHours(text);
  expect(read && writeHours(read)).toBe(hours);
});

test.each([
  ["PBX-4821", 1],
  ["IA123B", 3],
  ["PBX4820", 0],
  ["", null],
  [null, null],
])("the last digit of %s is %s", (plate, digit) => {
  expect(lastDigitOf(plate)).toBe(digit);
});

test("a time on the wall is an instant, also where clocks are changed, and the week begins on Monday", () => {
  expect(instantOf({ day: "2026-11-30", minute: 540 }, "America/Guayaquil").toISOString()).toBe("2026-11-30T14:00:00.000Z");
  expect(instantOf({ day: "2026-03-29", minute: 540 }, "Europe/Madrid").toISOString()).toBe("2026-03-29T07:00:00.000Z");
  expect(startOfWeek(new Date("2026-11-30T04:59:00Z"), "America/Guayaquil").toISOString()).toBe("2026-11-23T05:00:00.000Z");
  expect(startOfWeek(new Date("2026-11-30T05:00:00Z"), "America/Guayaquil").toISOString()).toBe("2026-11-30T05:00:00.000Z");
});

const ADDRESS = { name: null, address1: null, address2: null, province: null, countryCode: "EC", phone: null };
test("addresses of one district, or within a kilometre or so, are neighbours; a city alone is none", () => {
  const at = (latitude: number | null, longitude: number | null, zip: string | null) =>
    spotsOf({ ...ADDRESS, city: "Quito", zip, latitude, longitude });
  const areNear = (one: ReturnType<typeof at>, other: ReturnType<typeof at>) => one.own.some((spot) => other.around.includes(spot));
  expect(areNear(at(null, null, "La Carolina"), at(-0.18, -78.48, "LA CAROLINA"))).toBe(true);
  expect(areNear(at(null, null, null), at(null, null, null))).toBe(false);
  expect(areNear(at(-0.1801, -78.4801, null), at(-0.1899, -78.4799, null))).toBe(true);
  expect(areNear(at(-0.18, -78.48, null), at(-0.21, -78.48, null))).toBe(false);
});
