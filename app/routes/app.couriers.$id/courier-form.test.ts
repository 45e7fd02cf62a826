import { expect, test } from "vitest";
import { readForm } from "~/ui/form/answer";
import { courierForm, courierFrom } from "./courier-form";

const GOOD = {
  ...{ name: "Luis", email: "", phone: "", locale: "es", active: "on", dailyCapacity: "20", worksOnHolidays: "" },
  ...{ maxOpenStops: "", maxKilograms: "", cashLimit: "", daysOff: "" },
};
const read = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...GOOD, ...fields })) form.append(name, value);
  return readForm(courierForm("USD"), form);
};
const courierOf = (fields: Record<string, string>) => {
  const form = read(fields);
  return form.ok ? courierFrom(form.value) : form.errors;
};

test("nothing written is no limit", () => {
  expect(courierOf({})).toMatchObject({
    maxOpenStops: null,
    maxGrams: null,
    cashLimitMinor: null,
    shifts: [],
    daysOff: [],
    worksOnHolidays: null,
  });
});

test("what is written is read into units and stretches", () => {
  const filled = { maxOpenStops: "5", maxKilograms: "12,5", cashLimit: "80", worksOnHolidays: "no", plateExempt: "on" };
  expect(
    courierOf({ ...filled, daysOff: "2026-12-31\n2026-12-24", shift1: "14:00-18:00, 09:00-13:00", shift6: "09:00-12:00" }),
  ).toMatchObject({
    ...{ maxOpenStops: 5, maxGrams: 12_500, cashLimitMinor: 8_000, worksOnHolidays: false, plateExempt: true },
    daysOff: ["2026-12-24", "2026-12-31"],
    shifts: [
      { days: [1], from: 540, to: 780 },
      { days: [1], from: 840, to: 1080 },
      { days: [6], from: 540, to: 720 },
    ],
  });
});

test.each([
  ["shift3", "18:00-09:00", "admin.couriers.limits.hoursWrong"],
  ["shift0", "by day", "admin.couriers.limits.hoursWrong"],
  ["daysOff", "2026-02-30", "admin.couriers.limits.daysOffWrong"],
  ["daysOff", "24/12/2026", "admin.couriers.limits.daysOffWrong"],
  ["maxKilograms", "0", "admin.couriers.limits.weightWrong"],
  ["maxKilograms", "-3", "admin.couriers.limits.weightWrong"],
  ["maxOpenStops", "0", "admin.form.range"],
  ["maxOpenStops", "two", "admin.form.whole"],
  ["cashLimit", "-1", "admin.form.amount"],
  ["dailyCapacity", "501", "admin.form.range"],
])("%s %j is refused at its field: %s", (field, value, key) => {
  expect(courierOf({ [field]: value })).toEqual({ [field]: key });
});
