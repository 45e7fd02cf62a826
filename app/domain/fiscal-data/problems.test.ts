import { expect, test } from "vitest";
import { BAD_CHECK_DIGIT, UNKNOWN_TYPE } from "../tax-id/check";
import { FINAL_CONSUMER, type FiscalData } from "./fiscal-data";
import { fiscalDataProblems, isEmailAddress, isFinalConsumer } from "./problems";

const person: FiscalData = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };

test("a right cédula with a name has no problem", () => {
  expect(fiscalDataProblems(person)).toEqual([]);
});

test("a company whose check digit is doubtful may be invoiced", () => {
  expect(fiscalDataProblems({ ...person, idType: "ruc", idNumber: "1792060347001" })).toEqual([]);
});

test("the final consumer of the tax authority has no problem", () => {
  expect(fiscalDataProblems({ ...person, ...FINAL_CONSUMER })).toEqual([]);
  expect(isFinalConsumer(FINAL_CONSUMER)).toBe(true);
  expect(isFinalConsumer(person)).toBe(false);
});

test("every wrong field is named, in the order of the form", () => {
  expect(fiscalDataProblems({ ...person, idNumber: "1714307104", legalName: " ", email: "ana" })).toEqual([
    { field: "idNumber", code: BAD_CHECK_DIGIT },
    { field: "legalName", code: 0 },
    { field: "email", code: 0 },
  ]);
  expect(fiscalDataProblems({ ...person, idType: "dni" })).toEqual([{ field: "idNumber", code: UNKNOWN_TYPE }]);
});

test.each(["ana@nandu.ec", "ana.maria+facturas@correo.com.ec", "ñandú@correo.ec", "a@b.c"])("%s is an address", (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

test.each([
  "",
  "ana",
  "@nandu.ec",
  "ana@",
  "ana@nandu",
  "ana@nandu.",
  "ana@.ec",
  "a b@nandu.ec",
  "a@b@c.ec",
  "ana@nandu.ec\r\nBcc:x@y.z",
  `${"x".repeat(250)}@nandu.ec`,
])("%j is no address", (address) => {
  expect(isEmailAddress(address)).toBe(false);
});
