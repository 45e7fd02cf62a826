import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMinor } from "~/domain/money/money";
import { amount, LARGEST_AMOUNT_MINOR, tarifa, unitPrice } from "./amounts";

test.each([
  [0n, "0.00"],
  [1n, "0.000001"],
  [10_000_000n, "10.00"],
  [8_695_652n, "8.695652"],
  [12_500_000n, "12.50"],
  [12_340_500n, "12.3405"],
  [99_999_999_999_999_000_010n, "99999999999999.00001"],
])("%i millionths are %s", (micros, text) => {
  expect(unitPrice(micros)).toBe(text);
});

test("an amount is written as money is anywhere else", () => {
  const minor = fc.oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: -LARGEST_AMOUNT_MINOR, max: LARGEST_AMOUNT_MINOR }));
  fc.assert(
    fc.property(minor, (cents) => {
      expect(amount(cents)).toBe(formatMinor(cents, "USD"));
    }),
  );
  expect(tarifa(1500)).toBe("15.00");
});

test("a unit price says every digit it has, and two decimals at least", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (micros) => {
      const text = unitPrice(micros);
      expect(text).toMatch(/^\d+\.(\d\d|\d{2,5}[1-9])$/);
      const [whole = "", decimals = ""] = text.split(".");
      expect(BigInt(whole + decimals.padEnd(6, "0"))).toBe(micros);
    }),
  );
});
