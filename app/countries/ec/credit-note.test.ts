import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CreditNoteInput } from "~/domain/document/document";
import { conformanceTest, validateXsd } from "~/testing/conformance";
import { aBuyer, aCreditNoteInput, anIssuer, aSeries, HOSTILE_NAME, someTotals } from "~/testing/ecuador";
import { build } from "./build";

const SCHEMA = "ec/xsd/NotaCredito_V1.1.0.xsd";

function written(input: Partial<CreditNoteInput> = {}): string {
  const outcome = build(aCreditNoteInput(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.xml;
}

test("a credit of one unit is the golden one, its access key that of a nota de crédito", () => {
  const key = "2511202604179001234500110010010000000071234567810";
  const golden = readFileSync(new URL("golden/nota-credito.xml", import.meta.url), "utf8")
    .replace(/>\s+</g, "><")
    .replace("KEY", key)
    .trim();
  expect(written().replace(/>\s+</g, "><")).toBe(golden);
  expect(build(aCreditNoteInput())).toMatchObject({ value: { accessKey: key, number: "001-001-000000007" } });
});

test.each([
  [{ buyer: aBuyer({ idType: "final_consumer", idNumber: "9999999999999" }) }, { code: "credit_of_final_consumer" }],
  [{ reason: " \n " }, { code: "credit_reason_missing" }],
  [
    { original: { documentType: "invoice", number: "1-1-1", issueDate: "2026-11-23" } },
    { code: "original_invalid", params: { number: "1-1-1" } },
  ],
  [{ currency: "EUR" }, { code: "currency_not_supported", params: { currency: "EUR" } }],
  [{ issuer: anIssuer({ taxId: "1" }) }, { code: "issuer_data_invalid", params: { field: "taxId" } }],
] as const)("%j is not written: %j", (input, problem) => {
  expect(build(aCreditNoteInput(input))).toEqual({ ok: false, problem });
});

test("a final consumer's invoice of before 2026 can still be credited", () => {
  const buyer = aBuyer({ idType: "final_consumer", idNumber: "9999999999999", legalName: "CONSUMIDOR FINAL" });
  expect(build(aCreditNoteInput({ buyer, issueDate: "2025-12-31" }))).toMatchObject({ ok: true });
});

test("says what the issuer is, after the buyer, where the schema has it", () => {
  expect(written({ issuer: anIssuer({ specialTaxpayer: "12345", keepsAccounts: false }) })).toContain(
    "</identificacionComprador><contribuyenteEspecial>12345</contribuyenteEspecial><obligadoContabilidad>NO</obligadoContabilidad>",
  );
});

test("a credit note is numbered in a series of credit notes", () => {
  expect(() => build(aCreditNoteInput({ series: aSeries() }))).toThrow(RangeError);
});

conformanceTest("xmllint finds credit notes valid, hostile names, excise, bottles and a whole credit included", () => {
  const [line] = someTotals().lines;
  const taxes = [
    { tax: { kind: "vat", treatment: "exempt", rateBasisPoints: 0 } as const, baseMinor: 1800, taxMinor: 0 },
    { tax: { kind: "excise", code: "3630", rateBasisPoints: 30_000 } as const, baseMinor: 600, taxMinor: 1200 },
    { tax: { kind: "per_unit", code: "5001", unitMicros: 20_000 } as const, baseMinor: 2400, taxMinor: 48 },
  ];
  const inputs: Partial<CreditNoteInput>[] = [
    {},
    { totals: { ...someTotals(), lines: [{ ...line!, taxes }], groups: taxes } },
    {
      issuer: anIssuer({ specialTaxpayer: "12345", withholdingAgent: "1", rimpe: "negocio_popular", legalName: HOSTILE_NAME }),
      buyer: aBuyer({ legalName: HOSTILE_NAME, idType: "foreign_id", idNumber: "X-1" }),
      reason: `${HOSTILE_NAME}\r\n`.repeat(20),
      additional: {},
    },
  ];
  for (const input of inputs) expect(validateXsd(SCHEMA, written(input))).toMatchObject({ ok: true });
});
