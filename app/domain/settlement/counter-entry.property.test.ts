import fc from "fast-check";
import { expect, test } from "vitest";
import { WAYS_TO_PAY } from "./collected";
import { balanceOf, NO_SUMS, sumsOf } from "./balance";
import { counterEntry, notTakenBack } from "./counter-entry";
import { earningEntry } from "./earning";
import { entryOf, type Entry } from "./entry";

/** What couriers told, by report: so much, in that way, and whether it was a mistake. */
const reports = fc.uniqueArray(
  fc.record({ id: fc.uuid(), minor: fc.integer({ min: 1, max: 90_000 }), how: fc.constantFrom(...WAYS_TO_PAY), isMistake: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 20 },
);
const collected = ({ id, minor, how }: { id: string; minor: number; how: Entry["how"] }) =>
  entryOf({ key: `collected:${id}`, kind: "collected", minor, currency: "USD", how, deliveryId: "d" });

test("with every mistake taken back the account is as if it had never been told, and nothing of it is gone", () => {
  fc.assert(
    fc.property(reports, (told) => {
      const lines = told.map(collected);
      const counters = told.filter(({ isMistake }) => isMistake).flatMap(({ id }) => lines.flatMap((line) => counterEntry(id, line) ?? []));
      const all = [...lines, ...counters];
      const right = told.filter(({ isMistake }) => !isMistake).map(collected);
      expect(sumsOf(all)).toEqual(sumsOf(right));
      expect(notTakenBack(all)).toEqual(right);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      expect(all.length).toBe(lines.length + told.filter(({ isMistake }) => isMistake).length);
    }),
  );
});

test("delivered, taken back and delivered again however often: earned once while it stands, else nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 8 }), (commissions) => {
      const since: Entry[] = [];
      const reckon = (minor: number) => {
        const entry = earningEntry({ since, earlier: 0 }, { deliveryId: "d", minor, currency: "USD", basis: null }, minor);
        if (entry) since.push(entry);
        return balanceOf(sumsOf(since)).owed;
      };
      for (const minor of commissions) expect([reckon(minor), reckon(0)]).toEqual([minor, 0]);
      expect(new Set(since.map(({ key }) => key)).size).toBe(2 * commissions.length);
      expect(sumsOf(since)).toEqual(NO_SUMS);
    }),
  );
});
