import { expect, test } from "vitest";
import { collectedProblem, verdictOn, type Collected, type Due } from "./collected";

const due: Due = { minor: 2550, currency: "USD", cashLimitMinor: 50_000 };
const cash = (minor: number, change: Partial<Collected> = {}): Collected => ({
  ...{ minor, currency: "USD", how: "cash", reference: null, because: null },
  ...change,
});

test.each<[string, Collected, Due, string | null]>([
  ["what is due, in cash", cash(2550), due, null],
  ["less, and why", cash(2000, { because: "had less" }), due, null],
  ["less, without a word", cash(2000), due, "because_missing"],
  ["more, without a word", cash(3000), due, "because_missing"],
  ["a transfer with its number", cash(2550, { how: "transfer", reference: "77" }), due, null],
  ["a transfer without", cash(2550, { how: "transfer" }), due, "reference_missing"],
  ["nothing by transfer needs no number", cash(0, { how: "transfer", because: "had nothing" }), due, null],
  ["exactly the limit in cash", cash(50_000), { ...due, minor: 50_000 }, null],
  ["a cent above the limit in cash", cash(50_001), { ...due, minor: 50_001 }, "cash_above_limit"],
  ["the same by card", cash(50_001, { how: "card_machine", reference: "9" }), { ...due, minor: 50_001 }, null],
  ["where no law limits cash", cash(90_000), { ...due, minor: 90_000, cashLimitMinor: null }, null],
  ["below nothing", cash(-1), due, "collected_invalid"],
])("%s: %s", (_what, collected, owed, problem) => {
  expect(collectedProblem(collected, owed)).toBe(problem);
});

test.each<[string, Collected | null, Due | null, string | null]>([
  ["all of it", cash(2550), due, "full"],
  ["less", cash(2549), due, "less"],
  ["nothing", cash(0), due, "less"],
  ["more", cash(2551), due, "more"],
  ["in another currency", cash(2550, { currency: "EUR" }), due, "less"],
  ["not said", null, due, "untold"],
  ["above the limit", cash(60_000), { ...due, minor: 60_000 }, "above_limit"],
  ["though nothing was due any more", cash(2550), null, "more"],
  ["nothing was due, nothing was taken", cash(0), null, null],
  ["nothing was due, nothing was said", null, null, null],
])("%s: %s", (_what, collected, owed, verdict) => {
  expect(verdictOn(collected, owed)).toBe(verdict);
});
