import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transaction } from "~/domain/order/order";
import { paymentsOf, splitPayments } from "./payments";

const taken = (gateway: string, amountMinor: number, kind = "SALE", status = "SUCCESS"): Transaction => ({
  gid: "t",
  kind,
  status,
  gateway,
  amountMinor,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt: null,
});
const codeOf = (gateway: string) => ({ gift_card: "15", bank: "20" })[gateway] ?? null;
const of = (totalMinor: number, transactions: Transaction[], termDays: number | null = null) =>
  paymentsOf({ totalMinor, transactions, termDays, codeOf, otherwise: "19" });

test("a gift card is a payment of its own and the rest is paid as the order says", () => {
  expect(of(1000, [taken("gift_card", 300), taken("shopify_payments", 700)])).toEqual([
    { code: "15", amountMinor: 300 },
    { code: "19", amountMinor: 700 },
  ]);
  expect(of(1000, [taken("gift_card", 300)])).toEqual([
    { code: "15", amountMinor: 300 },
    { code: "19", amountMinor: 700 },
  ]);
});

test("what was given back, failed, or was only reserved is not paid", () => {
  const transactions = [
    taken("bank", 500),
    taken("bank", 200, "REFUND"),
    taken("gift_card", 400, "SALE", "FAILURE"),
    taken("gift_card", 400, "AUTHORIZATION"),
  ];
  expect(of(1000, transactions)).toEqual([
    { code: "20", amountMinor: 300 },
    { code: "19", amountMinor: 700 },
  ]);
});

test("more than the total, as cash is rounded, is no payment", () => {
  expect(of(998, [taken("bank", 1000)])).toEqual([{ code: "20", amountMinor: 998 }]);
});

test("what is owed has its term, apart from what the same code has paid already", () => {
  expect(of(1000, [taken("shopify_payments", 400)], 30)).toEqual([
    { code: "19", amountMinor: 400 },
    { code: "19", amountMinor: 600, termDays: 30 },
  ]);
  expect(of(0, [])).toEqual([{ code: "19", amountMinor: 0 }]);
});

test("documents that share an order's payments take them in turn, and every one adds up", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 9000 }),
      (totals, card) => {
        const sum = totals.reduce((all, total) => all + total, 0);
        const parts = splitPayments(of(sum, [taken("gift_card", card)]), totals);
        expect(parts.map((payments) => payments.reduce((all, { amountMinor }) => all + amountMinor, 0))).toEqual(totals);
      },
    ),
  );
  expect(() => splitPayments([{ code: "01", amountMinor: 5 }], [4])).toThrow(RangeError);
});
