import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { categorise, findCategory } from "./categorise";

const BOOKS = "gid://shopify/Collection/1";
const FOOD = "gid://shopify/Collection/2";
const settings = {
  rules: [
    { tag: "Libros", category: "iva:0" },
    { tag: "licores", category: "iva:15 ice:3031:75" },
    { tag: "lectura", category: "iva:0" },
    { collection: BOOKS, title: "Libros", category: "iva:0" },
    { collection: FOOD, title: "Alimentos", category: "exempt" },
  ],
  products: new Map([["gid://shopify/Product/1", "exempt"]]),
};
const nothing = { productTags: [], productId: null, productTaxCategory: null };

test("the product's own metafield is heard first, then the merchant's table, then its collections, then its tags", () => {
  const tagged = { ...nothing, productTags: ["LICORES"] };
  expect(findCategory(tagged, settings)).toEqual({ source: "tag", text: "iva:15 ice:3031:75", other: null });
  const gathered = { ...tagged, productCollections: ["gid://shopify/Collection/9", BOOKS] };
  expect(findCategory(gathered, settings)).toEqual({ source: "collection", text: "iva:0", other: null });
  const listed = { ...gathered, productId: "gid://shopify/Product/1" };
  expect(findCategory(listed, settings)).toEqual({ source: "product", text: "exempt", other: null });
  expect(findCategory({ ...listed, productTaxCategory: "iva:5" }, settings)).toEqual({ source: "metafield", text: "iva:5", other: null });
  expect(findCategory({ ...nothing, productTags: ["libro"] }, settings)).toEqual({ source: "none", text: null, other: null });
});

test("two rules of one kind that say the same agree; where they contradict each other the order is held, and a category of its own settles it", () => {
  expect(findCategory({ ...nothing, productTags: ["libros ", "lectura"] }, settings)).toMatchObject({ text: "iva:0", other: null });
  const torn = aSaleLine({ title: "Recetario", productTags: ["libros"], productCollections: [FOOD, BOOKS] });
  expect(categorise([torn], settings)).toEqual({
    ok: false,
    problem: { code: "tax_rules_differ", params: { line: "Recetario", category: "iva:0", other: "exempt" } },
  });
  expect(categorise([{ ...torn, productId: "gid://shopify/Product/1" }], settings)).toMatchObject({
    ok: true,
    value: [{ taxCategory: { vat: "exempt" } }],
  });
  expect(categorise([aSaleLine({ productTags: ["libros", "licores"] })], settings)).toMatchObject({
    problem: { code: "tax_rules_differ" },
  });
});

test("a line of which nobody says anything stays as Shopify has it; a text that is no category holds the order", () => {
  const [line, plain] = [aSaleLine({ productTags: ["licores"] }), aSaleLine()];
  expect(categorise([line, plain], settings)).toMatchObject({
    ok: true,
    value: [
      { taxCategory: { vat: "rated", rateBasisPoints: 1500, excise: { code: "3031", rateBasisPoints: 7500 } } },
      { taxCategory: null },
    ],
  });
  expect(categorise([aSaleLine({ title: "Ron", productTaxCategory: "licor" })], settings)).toEqual({
    ok: false,
    problem: { code: "tax_category_unreadable", params: { line: "Ron", category: "licor" } },
  });
});
