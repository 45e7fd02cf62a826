import { expect, test } from "vitest";
import { anIssuer, aSeries } from "~/testing/ecuador";
import { accessKey, checkDigit, documentNumber } from "./access-key";

test.each([
  "2311202601179206034600110010010000001231234567814",
  "1903202501092653173200110050010000016190000161916",
  "0110202401040173772100110030010000000101454003618",
  "0702202201171074442400110020020000000018765432111",
  "2706202201172229668600110010010000001391234567815",
])("the check digit of %s", (key) => {
  expect(checkDigit(key.slice(0, 48))).toBe(Number(key[48]));
});

const parts = {
  issuer: anIssuer({ taxId: "1792060346001" }),
  series: aSeries(),
  sequence: 123,
  issueDate: "2026-11-23",
  randomCode: "12345678",
};

test("writes date, type, RUC, environment, series, number and random code in their places", () => {
  expect(accessKey(parts)).toBe("2311202601179206034600110010010000001231234567814");
  expect(accessKey({ ...parts, series: aSeries({ environment: "production" }) })[23]).toBe("2");
});

test.each([
  { issueDate: "23/11/2026" },
  { randomCode: "1234" },
  { sequence: 1_000_000_000 },
  { sequence: 1.5 },
  { series: aSeries({ establishment: "1" }) },
])("refuses %j", (wrong) => {
  expect(() => accessKey({ ...parts, ...wrong })).toThrow(RangeError);
});

test("a number is shown with its series", () => {
  expect(documentNumber(aSeries({ establishment: "002", emissionPoint: "003" }), 42)).toBe("002-003-000000042");
});
