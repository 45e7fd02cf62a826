import { expect, test } from "vitest";
import { capturesDue } from "./capture-due";
import type { Transaction } from "./order";

const aTransaction = (gid: string, kind: string, amountMinor: number, change: Partial<Transaction> = {}): Transaction => ({
  gid,
  kind,
  status: "SUCCESS",
  gateway: "kushki",
  amountMinor,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt: null,
  ...change,
});
const held = aTransaction("a", "AUTHORIZATION", 2550);
const taken = (minor: number, of = "a", change: Partial<Transaction> = {}) =>
  aTransaction(`c${minor}`, "CAPTURE", minor, { parentGid: of, ...change });
const sale = (transactions: Transaction[], outstandingMinor: number, financialStatus = "AUTHORIZED", totalMinor = 2550) => ({
  transactions,
  outstandingMinor,
  financialStatus,
  totalMinor,
});

test.each([
  ["the whole reservation", sale([held], 2550), [{ authorisationGid: "a", minor: 2550 }]],
  ["the same where Shopify calls nothing outstanding", sale([held], 0), [{ authorisationGid: "a", minor: 2550 }]],
  ["what a partial capture left", sale([held, taken(1000)], 1550, "PARTIALLY_PAID"), [{ authorisationGid: "a", minor: 1550 }]],
  ["the same by the sums", sale([held, taken(1000)], 0, "PARTIALLY_PAID"), [{ authorisationGid: "a", minor: 1550 }]],
  ["all, when a capture failed", sale([held, taken(2550, "a", { status: "FAILURE" })], 2550), [{ authorisationGid: "a", minor: 2550 }]],
  ["no more than is held", sale([held], 3000, "AUTHORIZED", 3000), [{ authorisationGid: "a", minor: 2550 }]],
  ["less, when lines were removed", sale([held], 900, "AUTHORIZED", 900), [{ authorisationGid: "a", minor: 900 }]],
  [
    "of two reservations what each holds",
    sale([held, aTransaction("b", "AUTHORIZATION", 500)], 3000, "AUTHORIZED", 3000),
    [
      { authorisationGid: "a", minor: 2550 },
      { authorisationGid: "b", minor: 450 },
    ],
  ],
  ["nothing once it is paid", sale([held, taken(2550)], 0, "PAID"), []],
  ["nothing of what was given back", sale([held, taken(1000)], 0, "REFUNDED"), []],
  ["nothing when the capture's news is late", sale([held, taken(2550)], 0, "AUTHORIZED"), []],
  ["nothing when all was given back", sale([held], 0, "AUTHORIZED", 0), []],
])("%s is captured", (_what, order, due) => {
  expect(capturesDue(order)).toEqual(due);
});

test.each([
  ["a reservation that was let go", [held, aTransaction("v", "VOID", 2550, { parentGid: "a" })]],
  ["one that failed", [{ ...held, status: "FAILURE" }]],
  ["no reservation", []],
])("%s holds no money", (_what, transactions) => {
  expect(capturesDue(sale(transactions, 2550))).toBeNull();
});
