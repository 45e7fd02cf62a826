import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, NO_SUMS, plus, sumsOf } from "./balance";
import { ENTRY_KINDS, entryOf, type Entry } from "./entry";
import { WAYS_TO_PAY } from "./collected";

const entry: fc.Arbitrary<Entry> = fc
  .record({
    key: fc.uuid(),
    kind: fc.constantFrom(...ENTRY_KINDS),
    minor: fc.integer({ min: -90_000, max: 90_000 }),
    how: fc.constantFrom(...WAYS_TO_PAY),
  })
  .map(({ how, ...said }) => entryOf({ currency: "USD", ...said, how: said.kind === "collected" ? how : null }));
const entries = fc.array(entry, { maxLength: 40 });

test("every entry counts once, whatever its kind, and in whatever order they come", () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (all, dice) => {
      const shuffled = all
        .map((one) => [one, dice.next().value] as const)
        .sort((a, b) => a[1] - b[1])
        .map(([one]) => one);
      const sums = sumsOf(shuffled);
      expect(sums).toEqual(sumsOf(all));
      expect(Object.values(sums).reduce((sum, minor) => sum + minor, 0)).toBe(all.reduce((sum, { minor }) => sum + minor, 0));
    }),
  );
});

test("a balance of all is the balances of the parts added up", () => {
  fc.assert(
    fc.property(entries, entries, (before, after) => {
      expect(plus(balanceOf(sumsOf(before)), balanceOf(sumsOf(after)))).toEqual(balanceOf(sumsOf([...before, ...after])));
    }),
  );
});

test("only cash is in the pocket, and only what was earned, adjusted or paid is owed", () => {
  const of = (kind: Entry["kind"], minor: number, how: Entry["how"] = null) => ({ kind, minor, how });
  expect(
    balanceOf(
      sumsOf([
        of("collected", 2550, "cash"),
        of("collected", 9900, "transfer"),
        of("handed_over", 2000),
        of("earned", 300),
        of("adjusted", -50),
        of("paid", 100),
      ]),
    ),
  ).toEqual({ owed: 150, cashInHand: 550 });
  expect(balanceOf(NO_SUMS)).toEqual({ owed: 0, cashInHand: 0 });
});
