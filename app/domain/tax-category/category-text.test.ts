import { expect, test } from "vitest";
import { categoryText, readCategory } from "./category-text";

test.each([
  ["iva:15", { vat: "rated", rateBasisPoints: 1500 }, "iva:15"],
  [" IVA:0 ", { vat: "rated", rateBasisPoints: 0 }, "iva:0"],
  ["exento", { vat: "exempt" }, "exempt"],
  ["no_objeto", { vat: "not_subject" }, "not_subject"],
  [
    "iva:15 ice:3011:10,5 botellas:6",
    { vat: "rated", rateBasisPoints: 1500, excise: { code: "3011", rateBasisPoints: 1050 }, bottle: { perItem: 6 } },
    "iva:15 ice:3011:10.5 bottles:6",
  ],
  ["iva:15+bottles:24", { vat: "rated", rateBasisPoints: 1500, bottle: { perItem: 24 } }, "iva:15 bottles:24"],
])("%j is understood, and written as itself again", (text, category, written) => {
  expect(readCategory(text)).toEqual(category);
  expect(categoryText(category as NonNullable<ReturnType<typeof readCategory>>)).toBe(written);
  expect(readCategory(written)).toEqual(category);
});

test.each([
  "",
  "15",
  "iva",
  "iva:",
  "iva:-1",
  "iva:15%",
  "ice:3011:10",
  "iva:15 ice:3011",
  "iva:15 ice:3011:0",
  "iva:15 bottles:0",
  "toString",
])("%j is no category", (text) => {
  expect(readCategory(text)).toBeNull();
});
