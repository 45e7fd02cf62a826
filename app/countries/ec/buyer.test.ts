import { expect, test } from "vitest";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { buyer } from "./buyer";

const data = (fiscalData: Partial<FiscalData> = {}): FiscalData => ({
  schemaVersion: 1,
  country: "EC",
  idType: "cedula",
  idNumber: "1714307103",
  legalName: "María Núñez",
  ...fiscalData,
});
const of = (fiscalData: FiscalData | null, totalMinor = 10_000) =>
  buyer({ fiscalData, totalMinor, fallbackEmail: "orden@ejemplo.ec", address: "Quito", phone: null });
const contact = { email: "orden@ejemplo.ec", address: "Quito", phone: null };

test("an identified buyer keeps number and name, cleaned, and the order's e-mail where none was given", () => {
  expect(of(data({ idNumber: " 171430710-3 ", legalName: " María\n Núñez " }))).toEqual({
    ok: true,
    value: { idType: "cedula", idNumber: "1714307103", legalName: "María Núñez", ...contact },
  });
  expect(of(data({ email: "factura@ejemplo.ec" }))).toMatchObject({ value: { email: "factura@ejemplo.ec" } });
  expect(of(data({ idType: "passport", idNumber: "ab-12 3" }))).toMatchObject({ value: { idNumber: "AB-123" } });
});

test("nobody or a final consumer up to USD 50 is CONSUMIDOR FINAL, whatever was typed", () => {
  const consumer = { ok: true, value: { idType: "final_consumer", idNumber: "9999999999999", legalName: "CONSUMIDOR FINAL", ...contact } };
  expect(of(null, 5000)).toEqual(consumer);
  expect(of(data({ idType: "final_consumer", idNumber: "", legalName: "Yo" }), 5000)).toEqual(consumer);
});

test("above USD 50 somebody has to say who buys", () => {
  const missing = { ok: false, problem: { code: "fiscal_data_missing", params: { limit: "50.00" } } };
  expect(of(null, 5001)).toEqual(missing);
  expect(of(data({ idType: "final_consumer", idNumber: "9999999999999" }), 5001)).toEqual(missing);
});

test.each([
  [{ idNumber: "1714307104" }, "taxId.badCheckDigit"],
  [{ idNumber: "17143071" }, "taxId.badLength"],
  [{ idType: "ruc", idNumber: "1714307104001" }, "taxId.badCheckDigit"],
  [{ idType: "dni", idNumber: "1" }, "taxId.unknownType"],
  [{ country: "PE" }, "taxId.unknownCountry"],
  [{ legalName: " \u0000 " }, "fiscalData.legalNameMissing"],
])("%j is invalid: %s", (wrong, reason) => {
  expect(of(data(wrong), 1000)).toEqual({ ok: false, problem: { code: "fiscal_data_invalid", params: { reason } } });
});

test("a company's RUC with an unusual check digit passes: SRI decides", () => {
  expect(of(data({ idType: "ruc", idNumber: "1792060347001" }))).toMatchObject({ ok: true });
});
