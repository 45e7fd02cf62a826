import fc from "fast-check";
import { expect, test } from "vitest";
import { amountToType, readTypedAmount } from "./typed-amount";

test.each([
  ["25.50", 2550],
  ["25,5", 2550],
  ["25", 2500],
  [" 1 000 ", 100_000],
  ["1.234,50", 123_450],
  ["1,234.50", 123_450],
  ["1.234.567", 123_456_700],
  ["1,234,567.89", 123_456_789],
  ["0", 0],
  ["1.234", "ambiguous"],
  ["1,234", "ambiguous"],
  ["12.500", "ambiguous"],
  ["1.234.50", "invalid"],
  ["1.234,567", "invalid"],
  ["12.34,50", "invalid"],
  ["1234.505", "invalid"],
  ["", "invalid"],
  [",", "invalid"],
  ["-1", "invalid"],
  ["1e3", "invalid"],
  ["12345678", "invalid"],
] as const)("%j is %j cents", (text, read) => {
  expect(readTypedAmount(text, "USD")).toBe(read);
});

test.each([
  ["25500", 25_500],
  ["25.500", 25_500],
  ["25,5", "invalid"],
] as const)("%j is %j pesos, which have no cents", (text, read) => {
  expect(readTypedAmount(text, "CLP")).toBe(read);
});

test("below nothing only where that is meant", () => {
  expect(readTypedAmount("-12,50", "USD", { isSigned: true })).toBe(-1250);
  expect(readTypedAmount("-1.234", "USD", { isSigned: true })).toBe("ambiguous");
  expect(readTypedAmount("--1", "USD", { isSigned: true })).toBe("invalid");
});

test("what a field begins with is read back as the same, in every language", () => {
  expect([amountToType({ minor: 123_450, currency: "USD" }, "es-EC"), amountToType({ minor: -5, currency: "USD" }, "en-US")]).toEqual([
    "1234,50",
    "-0.05",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom("es-EC", "en-EC", "en-US"), (minor, tag) => {
      expect(readTypedAmount(amountToType({ minor, currency: "USD" }, tag), "USD")).toBe(minor);
    }),
  );
});

test("what our pages show can be typed as it stands", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom("es-EC", "en-US"), (minor, tag) => {
      const shown = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(minor / 100);
      expect(readTypedAmount(shown, "USD")).toBe(minor);
    }),
  );
});
