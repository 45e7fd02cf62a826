import { expect, test } from "vitest";
import { readForm } from "~/ui/form/answer";
import { issuerForm, seriesForm } from "./issuer-form";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const good = { taxId: "1792060346 001", legalName: "Tienda Andina S.A.", mainAddress: "Av. Amazonas", rimpe: "none" };

test("an issuer is read as SRI writes it", () => {
  const read = readForm(issuerForm, formOf(good));
  expect(read).toMatchObject({ ok: true, value: { taxId: "1792060346001", keepsAccounts: false, tradeName: null, specialTaxpayer: null } });
});

test.each([
  ["taxId", "1710034065", "taxId.badLength"],
  ["taxId", "1792060346002", "admin.settings.rucEnds001"],
  ["specialTaxpayer", "ab", "admin.settings.badSpecial"],
  ["withholdingAgent", "12a", "admin.settings.badWithholding"],
  ["mainAddress", "", "admin.form.required"],
])("%s %j is refused: %s", (field, value, key) => {
  expect(readForm(issuerForm, formOf({ ...good, [field]: value }))).toEqual({ ok: false, errors: { [field]: key } });
});

test("a series is filled up to three digits; 000 is none", () => {
  expect(readForm(seriesForm, formOf({ establishment: "1", emissionPoint: "002", nextNumber: "501" }))).toEqual({
    ok: true,
    value: { establishment: "001", emissionPoint: "002", nextNumber: 501 },
  });
  expect(readForm(seriesForm, formOf({ establishment: "0", emissionPoint: "1", nextNumber: "0" }))).toEqual({
    ok: false,
    errors: { establishment: "admin.settings.threeDigits", nextNumber: "admin.form.range" },
  });
});
