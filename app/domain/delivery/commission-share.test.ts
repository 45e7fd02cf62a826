import { expect, test } from "vitest";
import { fixedCommission, reckoned, type CommissionBasis, type CommissionRule } from "~/domain/rate/commission";
import { aSaleLine } from "~/testing/sales";
import type { Sibling } from "./bearers";
import { countedOn, onShare } from "./commission-share";
import { shareOf } from "./share-of-order";

const lines = [aSaleLine({ id: "coffee", quantity: 2, netMinor: 2_000 }), aSaleLine({ id: "tea", netMinor: 1_000 })];
/** Goods of 30.00 and shipping of 3.50, in two deliveries. */
const sale = { totalMinor: 3_350, taxesIncluded: true, lines };
const one = (id: string, lineId: string, quantity: number, change: Partial<Sibling> = {}) => ({
  ...{ id, state: "assigned" as const, method: "courier" as const, ...change },
  lines: [{ lineId, quantity }],
});
const [first, second] = [one("a", "coffee", 2), one("b", "tea", 1)];
const AT = { weekday: 3, minute: 720 };

function earned(rule: Partial<CommissionRule>, id: string, rateMinor: number, all = [first, second]): CommissionBasis {
  const counted = countedOn(shareOf(sale, id, all), { rateMinor, totalMinor: sale.totalMinor });
  return { rule: { ...fixedCommission(200), ...rule }, ...counted, attempts: 1, at: AT };
}
const pay = (rule: Partial<CommissionRule>) => [reckoned(earned(rule, "a", 350)), reckoned(earned(rule, "b", 500))];

test.each<[string, Partial<CommissionRule>, number[]]>([
  ["a percentage of the order is on each one's part", { kind: "percent_of_order", basisPoints: 1_000 }, [235, 100]],
  ["one of the shipping is on the price that was bought, once", { kind: "percent_of_shipping", basisPoints: 5_000 }, [175, 0]],
  ["a minimum holds for each", { kind: "percent_of_shipping", basisPoints: 5_000, minMinor: 80 }, [175, 80]],
  ["a maximum holds for each", { kind: "percent_of_order", basisPoints: 1_000, maxMinor: 150 }, [150, 100]],
  ["what does not go by money is paid to each", {}, [200, 200]],
])("of an order in two deliveries %s", (_what, rule, paid) => {
  expect(pay(rule)).toEqual(paid);
});

test("an only delivery is reckoned on the whole order", () => {
  const rule = { kind: "percent_of_order", basisPoints: 1_000 } as const;
  expect(earned(rule, "a", 350, [one("a", "coffee", 2)])).toMatchObject({ orderMinor: 3_350, shippingMinor: 350 });
  expect(earned(rule, "a", 350, [one("a", "coffee", 2)])).not.toHaveProperty("partOf");
});

const anew = (basis: CommissionBasis, id: string, all: (typeof first)[]) =>
  onShare(basis, shareOf(sale, id, all), { rateMinor: 500, totalMinor: sale.totalMinor });

test("once the first is cancelled the second's is on all, also when it was delivered, and the first's on nothing; again, nothing changes", () => {
  const rule = { kind: "percent_of_shipping", basisPoints: 5_000 } as const;
  const all = [{ ...first, state: "cancelled" as const }, second];
  for (const isDelivered of [undefined, true]) {
    const basis = { ...earned(rule, "b", 500), ...(isDelivered ? { isDelivered } : {}) };
    const after = anew(basis, "b", all)!;
    expect([reckoned(basis), reckoned(after)]).toEqual([0, 250]);
    expect(after).not.toHaveProperty("partOf");
    expect(anew(after, "b", all)).toBeNull();
  }
  expect(reckoned(anew(earned(rule, "a", 350), "a", all)!)).toBe(0);
});

test("what was delivered stays as it was paid when only the goods of others changed", () => {
  const basis = { ...earned({ kind: "percent_of_order", basisPoints: 1_000 }, "a", 350, [first]), isDelivered: true };
  expect(anew(basis, "a", [first, second])).toBeNull();
  expect(anew({ ...basis, isDelivered: false }, "a", [first, second])).toMatchObject({ orderMinor: 2_350 });
});
