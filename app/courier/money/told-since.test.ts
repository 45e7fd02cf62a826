import { expect, test } from "vitest";
import type { CourierMoney, SettlementView } from "~/domain/settlement/courier-money";
import { NO_SUMS } from "~/domain/settlement/balance";
import { aConfirm, aCountersign, aDispute, aFail, aHandOverEvent, aStart, someCash } from "~/testing/phone-events";
import { toldSince } from "./told-since";

const nothing = { owed: 0, cashInHand: 0 };
const settlement: SettlementView = {
  ...{ id: aCountersign().settlementId, number: 1, state: "issued", period: { from: null, until: "2026-11-22" } },
  ...{ opening: nothing, sums: NO_SUMS, closing: nothing, sha256: "x", dispute: null, paidMinor: null, lines: [] },
};
const money: CourierMoney = {
  ...{ currency: "USD", today: "2026-11-23", since: "2026-11-23", balance: { owed: 200, cashInHand: 1000 }, cashLimitMinor: null },
  ...{ legalCashMinor: 50_000, lines: [], handOvers: [], settlements: [settlement] },
};
const stops = [{ deliveryId: aConfirm().deliveryId, orderName: "#1001" }];

test("cash collected without a signal is in hand at once, other money is not, and both stand in the account", () => {
  const told = toldSince(money, [aStart(), aConfirm(), aConfirm({ id: "t", collected: someCash({ how: "transfer" }) }), aFail()], stops);
  expect(told.balance).toEqual({ owed: 200, cashInHand: 3550 });
  expect(told.lines.map(({ kind, minor, how, order }) => [kind, minor, how, order])).toEqual([
    ["collected", 2550, "transfer", "#1001"],
    ["collected", 2550, "cash", "#1001"],
  ]);
  expect(toldSince(money, [aConfirm({ collected: null }), aConfirm({ collected: someCash({ minor: 0 }) })], stops)).toEqual(money);
});

test("what the courier hands over waits for the shop; what the shop said first leaves the pocket when they agree, once", () => {
  const { handOverId, minor } = aHandOverEvent();
  const own = toldSince(money, [aHandOverEvent()], []);
  expect([own.handOvers[0]?.state, own.balance.cashInHand]).toEqual(["awaits_shop", 1000]);
  const shops = { id: handOverId, day: "2026-11-23", courierMinor: null, shopMinor: minor, state: "awaits_courier" as const };
  const agreed = toldSince({ ...money, handOvers: [shops] }, [aHandOverEvent(), aHandOverEvent()], []);
  expect([agreed.handOvers.map(({ state }) => state), agreed.balance.cashInHand]).toEqual([["agreed"], 1000 - minor]);
});

test("the last answer to a statement is what the courier sees", () => {
  const after = (...events: Parameters<typeof toldSince>[1]) => toldSince(money, events, []).settlements[0]!;
  expect(after(aCountersign()).state).toBe("countersigned");
  expect(after(aDispute())).toMatchObject({ state: "disputed", dispute: aDispute().words });
  expect(after(aDispute(), aCountersign())).toMatchObject({ state: "countersigned", dispute: null });
});
