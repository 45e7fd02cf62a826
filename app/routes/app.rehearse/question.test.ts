import { expect, test } from "vitest";
import { readForm } from "~/ui/form/answer";
import { questionForm, questionFrom } from "./question";

const WHEN = { now: new Date("2026-11-25T15:00:00Z"), timeZone: "America/Guayaquil" };
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ country: "ec", ...fields })) form.set(name, value);
  return form;
};

test("an address, its goods and a moment on the shop's clock are read as they are typed", () => {
  const read = readForm(
    questionForm,
    formOf({
      city: " Quito ",
      latitude: "-0,18",
      longitude: "-78.48",
      kilograms: "1,5",
      value: "20.50",
      items: "",
      day: "2026-11-27",
      time: "16:30",
    }),
  );
  expect(read.ok && questionFrom(read.value, WHEN)).toEqual({
    address: { countryCode: "EC", province: null, city: "Quito", zip: null, address1: null, address2: null },
    point: { latitude: -0.18, longitude: -78.48 },
    load: { grams: 1500, valueMinor: 2050, items: 1 },
    from: null,
    at: new Date("2026-11-27T21:30:00Z"),
  });
});

test("without a day it is now", () => {
  const read = readForm(questionForm, formOf({ zip: "170135" }));
  expect(read.ok && questionFrom(read.value, WHEN).at).toEqual(WHEN.now);
});

test.each([
  [{}, "city", "rehearse.nothingAsked"],
  [{ city: "Quito", latitude: "-0.18" }, "longitude", "rehearse.bothDegrees"],
  [{ city: "Quito", latitude: "91", longitude: "0" }, "latitude", "rehearse.badDegrees"],
  [{ city: "Quito", kilograms: "heavy" }, "kilograms", "rehearse.badNumber"],
  [{ city: "Quito", country: "Ecuador" }, "country", "rehearse.badCountry"],
  [{ city: "Quito", day: "2026-02-30" }, "day", "admin.form.invalid"],
  [{ city: "Quito", time: "25:00" }, "time", "rehearse.badTime"],
])("%j is refused at its field %s", (fields, name, key) => {
  expect(readForm(questionForm, formOf(fields as Record<string, string>))).toEqual({ ok: false, errors: { [name]: key } });
});
