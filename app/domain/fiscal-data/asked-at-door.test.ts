import { expect, test } from "vitest";
import { askedAtDoor } from "./asked-at-door";
import { FINAL_CONSUMER, type FiscalData } from "./fiscal-data";

const ana: FiscalData = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };
const asked = (fiscalData: FiscalData | null, totalMinor: number, isNamed = false) =>
  askedAtDoor({ fiscalData, totalMinor, finalConsumerMinor: 5_000, isNamed });

test.each<[string, FiscalData | null, number, "must" | "may" | null]>([
  ["no data, up to the limit", null, 5_000, "may"],
  ["no data, above it", null, 5_001, "must"],
  ["a wrong number, up to the limit", { ...ana, idNumber: "1714307104" }, 5_000, "may"],
  ["a wrong number, above it", { ...ana, idNumber: "1714307104" }, 5_001, "must"],
  ["a final consumer by choice, up to the limit", { ...ana, ...FINAL_CONSUMER }, 5_000, null],
  ["a final consumer by choice, above it", { ...ana, ...FINAL_CONSUMER }, 5_001, "must"],
  ["what the buyer gave", ana, 90_000, null],
])("%s", (_what, fiscalData, totalMinor, asks) => {
  expect(asked(fiscalData, totalMinor)).toBe(asks);
});

test("nothing is asked for once the invoice names its buyer", () => {
  expect(asked(null, 90_000, true)).toBeNull();
});
