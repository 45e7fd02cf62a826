import type { CourierMoney } from "~/domain/settlement/courier-money";

/** A courier's account with nothing in it. */
export const noMoney = (change: Partial<CourierMoney> = {}): CourierMoney => ({
  ...{ currency: "USD", today: "2026-11-25", since: "2026-11-25", balance: { owed: 0, cashInHand: 0 }, cashLimitMinor: null },
  ...{ legalCashMinor: 50_000, lines: [], handOvers: [], settlements: [] },
  ...change,
});
