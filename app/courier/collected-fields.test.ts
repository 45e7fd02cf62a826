import { expect, test } from "vitest";
import { collectedTyped, minorTyped } from "./collected-fields";

const typed = (fields: Record<string, string>) => collectedTyped((name) => fields[name] ?? "");
const CASH = { how: "cash", currency: "USD", collected: "25.50" };

test.each([
  ["25.50", 2550],
  ["25,50", 2550],
  ["1.234", { code: "collected_invalid", why: "ambiguous" }],
  ["25 dólares", { code: "collected_invalid" }],
])("%j is %j", (text, read) => {
  expect(minorTyped(text, "USD", "collected_invalid")).toEqual(read);
});

test("cash needs no reference, and other ways keep theirs", () => {
  expect(typed({ ...CASH, reference: "77" })).toEqual({
    ok: true,
    value: { minor: 2550, currency: "USD", how: "cash", reference: null, because: null },
  });
  expect(typed({ ...CASH, how: "transfer", reference: " 77  88 ", because: " no tenía " })).toMatchObject({
    value: { how: "transfer", reference: "77 88", because: "no tenía" },
  });
});

test("a form that does not ask says nothing; one that asks wants an amount", () => {
  expect(typed({})).toEqual({ ok: true, value: null });
  expect(typed({ ...CASH, collected: "" })).toEqual({ ok: false, problem: { code: "collected_invalid" } });
});
