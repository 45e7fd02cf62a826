import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transaction } from "./order";
import { moneyBack, sumOfShares, worthOf } from "./refund-reckoning";

const paid = (kind: string, amountMinor: number, status = "SUCCESS"): Transaction => ({
  ...{ gid: `${kind}-${amountMinor}`, kind, status, gateway: "kushki", amountMinor },
  ...{ parentGid: null, processedAt: null, authorizationExpiresAt: null },
});
const share = (minor: number, gateway = "kushki") => ({
  gateway,
  parentGid: "t",
  minor,
  presentedMinor: minor * 2,
  presentedCurrency: "EUR",
});
/** An order of 25.50 whose refused unit is worth 11.50. */
const WORTH = 1150;
const sale = (...transactions: Transaction[]) => ({ totalMinor: 2550, transactions });

test("units are worth their price with its tax, which may be in it already", () => {
  const reckoned = { netMinor: 1000, taxMinor: 150, shares: [] };
  expect([worthOf(reckoned, { taxesIncluded: false }), worthOf(reckoned, { taxesIncluded: true })]).toEqual([1150, 1000]);
});

test.each([
  ["paid in full: what it is worth", sale(paid("SALE", 2550)), 1150],
  ["only what was accepted was captured: nothing", sale(paid("AUTHORIZATION", 2550), paid("CAPTURE", 1400)), 0],
  ["cash that was not collected: nothing", sale(paid("SALE", 2550, "PENDING")), 0],
  ["paid in part: what is beyond the rest", sale(paid("SALE", 2000)), 600],
  ["some of it was given back already: the rest of it", sale(paid("SALE", 2550), paid("REFUND", 500)), 650],
  ["paid too much before: no more than it is worth", sale(paid("SALE", 9000)), 1150],
])("%s", (_what, order, back) => {
  expect(sumOfShares(moneyBack(order, WORTH, [share(2550)]))).toBe(back);
});

test("it goes back by the payments it came by, each no further than Shopify lets it, and as the buyer saw it", () => {
  const order = sale(paid("SALE", 2550));
  expect(moneyBack(order, WORTH, [share(700), share(2550, "gift_card"), share(1, "manual")])).toEqual([
    share(700),
    { ...share(450, "gift_card"), presentedMinor: 900 },
  ]);
  expect(moneyBack(order, WORTH, [])).toEqual([]);
});

test("whatever was paid, what stays paid is never less than the rest of the order while anything goes back", () => {
  const amounts = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(amounts, amounts, amounts, (worth, rest, received) => {
      const order = { totalMinor: rest + worth, transactions: [paid("SALE", received)] };
      const back = sumOfShares(moneyBack(order, worth, [share(received)]));
      expect(back).toBeGreaterThanOrEqual(0);
      expect(back).toBeLessThanOrEqual(worth);
      if (back > 0) expect(received - back).toBeGreaterThanOrEqual(rest);
    }),
  );
});
