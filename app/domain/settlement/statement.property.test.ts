import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, plus, sumsOf } from "./balance";
import { ENTRY_KINDS } from "./entry";
import { statementOf, statementText, type StatementLine } from "./statement";

const line: fc.Arbitrary<StatementLine> = fc.record({
  id: fc.uuid(),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`),
  kind: fc.constantFrom(...ENTRY_KINDS),
  minor: fc.integer({ min: -50_000, max: 50_000 }),
  how: fc.constantFrom("cash", null),
  basis: fc.constant(null),
  reason: fc.option(fc.string()),
  order: fc.option(fc.string()),
});
const told = (lines: readonly StatementLine[], opening = { owed: 100, cashInHand: 50 }) => ({
  ...{ number: 1, shop: "Tienda", courier: "Luis", currency: "USD", period: { from: null, until: "2026-11-28" }, opening, lines },
});

test("the same entries make the same text, in whatever order they come, and it opens and closes right", () => {
  const lines = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(
      lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const statement = statementOf(told(all));
        expect(statementText(statementOf(told(shuffled)))).toBe(statementText(statement));
        expect(statement.closing).toEqual(plus(statement.opening, balanceOf(sumsOf(all))));
        expect(statementOf(told([], statement.closing)).closing).toEqual(statement.closing);
      },
    ),
  );
});

test("a cent more, another reason or another day is another text", () => {
  const one: StatementLine = { id: "a", day: "2026-11-01", kind: "earned", minor: 200, how: null, basis: null, reason: null, order: "#1" };
  const texts = [one, { ...one, minor: 201 }, { ...one, reason: "x" }, { ...one, day: "2026-11-02" }].map((each) =>
    statementText(statementOf(told([each]))),
  );
  expect(new Set(texts).size).toBe(4);
});
