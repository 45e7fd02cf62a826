import { expect, test } from "vitest";
import { amountField, amountText, distanceText, numberText } from "./amount-text";

const OWED = { minor: 123_450, currency: "USD" };

test.each([
  ["es", "$1.234,50", "1234,50", "7,5", "1,2 km"],
  ["en", "$1,234.50", "1234.50", "7.5", "1.2 km"],
] as const)("%s: amounts, fields, shares and distances bear one mark", (locale, shown, typed, share, far) => {
  expect([amountText(OWED, locale), amountField(OWED, locale), numberText(7.5, locale), distanceText(1240, locale)]).toEqual([
    shown,
    typed,
    share,
    far,
  ]);
  expect(distanceText(850, locale)).toBe("850 m");
});
