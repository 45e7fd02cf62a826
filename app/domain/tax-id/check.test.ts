import fc from "fast-check";
import { stdnum } from "stdnum";
import { beforeAll, describe, expect, test } from "vitest";
import { compileTaxIdCheck } from "./assembly/compile";
import { BAD_CHECK_DIGIT, OK, TOO_LONG, WARN_CHECK_DIGIT, checkTaxId } from "./check";
import { ID_TYPES_BY_COUNTRY, describeTaxIdCode, isError, isWarning } from "./describe";
import table from "./golden.json";

const golden = table as [country: string, idType: string, idNumber: string, code: number, why: string][];
let compiled: typeof checkTaxId;
beforeAll(async () => {
  compiled = await compileTaxIdCheck();
}, 60_000);

describe.each([
  ["TypeScript", () => checkTaxId],
  ["WebAssembly", () => compiled],
])("the golden table in %s", (_, build) => {
  test.each(golden)("%s %s %j is %i: %s", (country, idType, idNumber, code) => {
    expect(build()(country, idType, idNumber)).toBe(code);
  });
});

const typed = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 9, maxLength: 14 }),
  fc.stringMatching(/^(0[1-9]|1\d|2[0-4]|30|50)\d{8}(00[0-2])?$/),
);
const idType = fc.constantFrom(...(ID_TYPES_BY_COUNTRY.EC ?? []), "dni");

test("both builds agree on whatever is typed", () => {
  fc.assert(
    fc.property(fc.constantFrom("EC", "PE", ""), idType, typed, (country, type, number) => {
      expect(compiled(country, type, number)).toBe(checkTaxId(country, type, number));
    }),
    { numRuns: 5000 },
  );
});

const cedulas = fc.stringMatching(/^(0[1-9]|1\d|2[0-4]|30|50)\d{8}$/);
const rucs = fc.stringMatching(/^(0[1-9]|1\d|2[0-4]|30|50)\d{8}00[01]$/);

test("a second library agrees on every cédula", () => {
  fc.assert(
    fc.property(cedulas, (number) => {
      expect(checkTaxId("EC", "cedula", number) === OK).toBe(stdnum.EC?.ci?.validate(number).isValid);
    }),
    { numRuns: 5000 },
  );
});

// Where only modulus 11 fails we doubt and the library refuses: the one known difference.
test("a second library agrees on every RUC, but calls our doubts wrong", () => {
  fc.assert(
    fc.property(rucs, (number) => {
      const code = checkTaxId("EC", "ruc", number);
      expect(code === OK).toBe(stdnum.EC?.ruc?.validate(number).isValid);
      if (code === WARN_CHECK_DIGIT) expect(["6", "9"]).toContain(number[2]);
    }),
    { numRuns: 5000 },
  );
});

test("one wrong digit in a cédula is always noticed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 9 }), (index, step) => {
      const right = "1714307103";
      const wrong = right.slice(0, index) + ((Number(right[index]) + step) % 10) + right.slice(index + 1);
      expect(checkTaxId("EC", "cedula", wrong)).toBe(BAD_CHECK_DIGIT);
    }),
  );
});

test("a megabyte is refused at once", () => {
  expect(checkTaxId("EC", "ruc", "1".repeat(1_000_000))).toBe(TOO_LONG);
});

test("every code of the table is an error, a warning or fine, and has its own words", () => {
  const codes = [...new Set(golden.map((row) => row[3]))];
  expect(codes.filter((code) => !isError(code))).toEqual([OK, WARN_CHECK_DIGIT]);
  expect(codes.filter(isWarning)).toEqual([WARN_CHECK_DIGIT]);
  expect(new Set(codes.map(describeTaxIdCode)).size).toBe(codes.length);
});
