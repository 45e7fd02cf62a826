import { expect, test } from "vitest";
import { moneyReportIn } from "./money-report";

const ID = "0192f1aa-0000-7000-8000-0000000000e4";
const HASH = "ab".repeat(32);
const read = (fields: Record<string, string>) => moneyReportIn({ field: (name) => fields[name] ?? "", photos: [], typed: {} });
const handOver = { intent: "hand_over", handOverId: ID, currency: "USD", amount: "25,50" };
const statement = { settlementId: ID, sha256: HASH };

test("each form of the money page is read", () => {
  expect(read(handOver)).toEqual({ kind: "hand_over", handOverId: ID, minor: 2550, currency: "USD" });
  expect(read({ intent: "countersign", ...statement })).toEqual({ kind: "countersign", ...statement });
  expect(read({ intent: "dispute", ...statement, words: "falta una" })).toEqual({ kind: "dispute", ...statement, words: "falta una" });
});

test("words that are cut within a character can be kept", () => {
  const said = read({ intent: "dispute", ...statement, words: `${"x".repeat(499)}😀` });
  expect("words" in said && said.words.isWellFormed()).toBe(true);
});

test.each<[string, Record<string, string>, string]>([
  ["an amount that is none", { ...handOver, amount: "mucho" }, "amount_invalid"],
  ["an id that is none", { ...handOver, handOverId: "1" }, "form_unreadable"],
  ["a hash that is none", { intent: "countersign", ...statement, sha256: "x" }, "form_unreadable"],
  ["a dispute without a word", { intent: "dispute", ...statement }, "words_missing"],
  ["another intent", { intent: "steal", ...statement }, "form_unreadable"],
])("%s is refused", (_what, fields, code) => {
  expect(read(fields)).toEqual({ code });
});
