import { expect, test } from "vitest";
import { stopWords } from "./stop-words";
import { courierWords } from "./words";

test("a return's stop speaks of collecting, and has every other word of a delivery's", () => {
  const t = stopWords({ isReturn: true }, courierWords("en"));
  expect(t("start")).toBe("Set out to collect");
  expect(t("confirm.another")).toBe(courierWords("en")("confirm.another"));
});

test("a stop that a phone kept from before is a delivery", () => {
  expect(stopWords({}, courierWords("es"))("start")).toBe("Salir a entregar");
});
