import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedCommission, type CommissionBasis } from "~/domain/rate/commission";
import { earnedSoFar, earningEntry } from "./earning";
import type { Entry } from "./entry";

const basis = (change: Partial<CommissionBasis>, kind: CommissionBasis["rule"]["kind"] = "fixed"): CommissionBasis => ({
  rule: { ...fixedCommission(200), kind },
  ...{ shippingMinor: 350, orderMinor: 2550, attempts: 1, at: { weekday: 1, minute: 600 } },
  ...change,
});

test.each<[string, CommissionBasis | null, boolean, number | null]>([
  ["a delivery that is not over", basis({}), false, null],
  ["one that was delivered", basis({ isDelivered: true }), true, 200],
  ["an attempt that failed, paid by delivery", basis({ isDelivered: false }), false, 0],
  ["an attempt that failed, paid by attempt", basis({ isDelivered: false, attempts: 2 }, "per_attempt"), false, 400],
  ["delivered, and nobody kept the rule", null, true, 150],
  ["under way, and nobody kept the rule", null, false, null],
])("%s earns %s", (_what, of, isDelivered, earned) => {
  expect(earnedSoFar({ minor: 150, basis: of }, isDelivered)).toBe(earned);
});

const commission = { deliveryId: "d", minor: 0, currency: "USD", basis: null };

test("however often it is reckoned again, the entries add up to what it came to last, and none stands for nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 12 }), fc.nat(3), (reckonings, earlier) => {
      const entries: Entry[] = [];
      for (const earned of reckonings) {
        const entry = earningEntry({ since: entries, earlier }, commission, earned);
        if (entry) entries.push(entry);
        expect(earningEntry({ since: entries, earlier }, commission, earned)).toBeNull();
      }
      expect(entries.reduce((sum, { minor }) => sum + minor, 0)).toBe(reckonings.at(-1));
      expect(entries.every(({ minor }) => minor !== 0)).toBe(true);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    }),
  );
});

test("what was earned when it was theirs before stays, and its keys are not used again", () => {
  expect(earningEntry({ since: [], earlier: 2 }, commission, 150)).toMatchObject({ key: "earned:d:3", minor: 150 });
});

test("what nobody reckoned changes nothing", () => {
  expect(earningEntry({ since: [{ minor: 200 }], earlier: 0 }, commission, null)).toBeNull();
});
