import { expect, test } from "vitest";
import { fixedCommission, type CommissionBasis, type CommissionRule } from "./commission";
import { partsOf } from "./commission-words";

const NOON = { weekday: 3, minute: 720 };
const BONUS = { days: [3], from: 700, to: 730, amountMinor: 50 };
const basis = (rule: Partial<CommissionRule>, change: Partial<CommissionBasis> = {}): CommissionBasis => ({
  ...{ rule: { ...fixedCommission(200), ...rule }, shippingMinor: 350, orderMinor: 4_000, attempts: 2, at: NOON, isDelivered: true },
  ...change,
});

test.each<[string, CommissionBasis, object[]]>([
  ["a fixed amount", basis({}), [{ says: "fixed", minor: 200 }]],
  ["attempts", basis({ kind: "per_attempt" }), [{ says: "per_attempt", minor: 400, attempts: 2 }]],
  ["no attempt yet", basis({ kind: "per_attempt" }, { attempts: 0 }), [{ says: "per_attempt", minor: 200, attempts: 1 }]],
  ["a part of the order", basis({ kind: "percent_of_order", basisPoints: 1_250 }), [{ minor: 500, percent: 12.5, ofMinor: 4_000 }]],
  ["a part of the shipping", basis({ kind: "percent_of_shipping", basisPoints: 5_000 }), [{ minor: 175, percent: 50, ofMinor: 350 }]],
  [
    "a part of the delivery's part of the order",
    basis({ kind: "percent_of_order", basisPoints: 1_000 }, { orderMinor: 1_500, partOf: { totalMinor: 4_000, bearsShipping: true } }),
    [{ says: "percent_of_part", minor: 150, ofMinor: 1_500, wholeMinor: 4_000 }],
  ],
  [
    "shipping that counts with another delivery",
    basis({ kind: "percent_of_shipping", basisPoints: 5_000 }, { shippingMinor: 0, partOf: { totalMinor: 4_000, bearsShipping: false } }),
    [{ says: "shipping_elsewhere", minor: 0 }],
  ],
  ["a bonus of the hour", basis({ bonuses: [BONUS] }), [{ minor: 200 }, { says: "bonus", minor: 50 }]],
  ["no bonus for an attempt that failed", basis({ bonuses: [BONUS] }, { isDelivered: false }), [{ minor: 200 }]],
  ["a minimum", basis({ minMinor: 300, bonuses: [BONUS] }), [{ minor: 200 }, { says: "bonus" }, { says: "minimum", minor: 300 }]],
  ["a return's goods fetched", { ...basis({ kind: "per_attempt" }), ofReturn: true }, [{ minor: 400 }, { says: "of_return" }]],
  ["a maximum", basis({ kind: "per_attempt", maxMinor: 300 }), [{ minor: 400 }, { says: "maximum", minor: 300 }]],
])("what is said of %s", (_what, given, parts) => {
  const said = partsOf(given);
  expect(said).toMatchObject(parts);
  expect(said).toHaveLength(parts.length);
});
