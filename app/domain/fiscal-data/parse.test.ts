import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST, type FiscalData } from "./fiscal-data";
import { parseFiscalData } from "./parse";
import { serialiseFiscalData } from "./serialise";

const company: FiscalData = {
  schemaVersion: 1,
  country: "EC",
  idType: "ruc",
  idNumber: "1792060346001",
  legalName: `Ñandú & Cía. <S.A.> "La 'Esquina'"`,
  email: "facturas@nandu.ec",
};

test("what was serialised is read back, from text and from its parsed form", () => {
  expect(parseFiscalData(serialiseFiscalData(company))).toEqual(company);
  expect(parseFiscalData(JSON.parse(serialiseFiscalData(company)))).toEqual(company);
});

test("equal data are the same text, whatever the order of their keys", () => {
  const { legalName, ...others } = company;
  expect(serialiseFiscalData({ legalName, ...others })).toBe(serialiseFiscalData(company));
});

test("texts are trimmed, put on one line and cut; passports get capitals", () => {
  const typed = { ...company, idType: " passport ", idNumber: " ab-123\t", legalName: ` Ana\nMaría ${"x".repeat(500)} `, email: "  " };
  const data = parseFiscalData(typed);
  expect(data).toMatchObject({ idType: "passport", idNumber: "AB-123" });
  expect(data?.legalName).toMatch(/^Ana María x+$/);
  expect(data?.legalName).toHaveLength(LONGEST.legalName);
  expect(data).not.toHaveProperty("email");
});

test("a cut leaves no half character", () => {
  expect(parseFiscalData({ ...company, legalName: `${"x".repeat(299)}😀` })?.legalName).toBe("x".repeat(299));
});

test.each([
  ["another schema version", { ...company, schemaVersion: 2 }],
  ["a version written as text", { ...company, schemaVersion: "1" }],
  ["no version", { ...company, schemaVersion: undefined }],
  ["a number for a text", { ...company, idNumber: 1792060346001 }],
  ["an object for a text", { ...company, legalName: { toString: () => "Ana" } }],
  ["no legal name", { ...company, legalName: undefined }],
  ["a list", [company]],
  ["nothing", null],
  ["a number", 7],
  ["text that is no JSON", "{schemaVersion:1}"],
  ["JSON that is no object", '"EC"'],
  ["text too long to be honest", JSON.stringify({ ...company, legalName: "x".repeat(10_000) })],
  ["fields hidden in a prototype", Object.create(company)],
  ["fields under __proto__", `{"schemaVersion":1,"__proto__":${JSON.stringify(company)}}`],
])("%s is no fiscal data", (_, value) => {
  expect(parseFiscalData(value)).toBeNull();
});

test("a __proto__ key changes no object", () => {
  const hostile = serialiseFiscalData(company).replace("{", '{"__proto__":{"email":"x@y.z","polluted":true},');
  expect(parseFiscalData(hostile)).toEqual(company);
  expect({}).not.toHaveProperty("polluted");
});

const anyText = fc.string({ unit: "binary", maxLength: 400 });
const shaped = fc.record(
  {
    schemaVersion: fc.constantFrom<unknown>(1, 1, 1, 2, "1"),
    country: fc.oneof(fc.constant("EC"), anyText),
    idType: fc.oneof(fc.constantFrom("ruc", "passport"), anyText),
    idNumber: anyText,
    legalName: anyText,
    email: anyText,
  },
  { requiredKeys: ["country", "idType", "idNumber"] },
);

test("whatever comes in, what comes out is capped, clean and stays the same when read again", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: shaped }, fc.anything(), fc.json()), (value) => {
      const data = parseFiscalData(value);
      if (!data) return;
      accepted++;
      for (const [field, longest] of Object.entries(LONGEST)) {
        const text = data[field as keyof typeof LONGEST] ?? "";
        expect(text.length).toBeLessThanOrEqual(longest);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]|^\s|\s$/u);
      }
      expect(parseFiscalData(serialiseFiscalData(data))).toEqual(data);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(100);
});
