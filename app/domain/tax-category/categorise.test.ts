import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { categorise, findCategory, withoutRule, withRule } from "./categorise";

const settings = {
  rules: [
    { tag: "Libros", category: "iva:0" },
    { tag: "licores", category: "iva:15 ice:3031:75" },
  ],
  products: new Map([["gid://shopify/Product/1", "exempt"]]),
};

test("the product's own metafield is heard first, then the merchant's table, then the first rule that fits", () => {
  const tagged = { productTags: ["LICORES", "libros "], productId: null, productTaxCategory: null };
  expect(findCategory(tagged, settings)).toEqual({ source: "tag", text: "iva:0" });
  const listed = { ...tagged, productId: "gid://shopify/Product/1" };
  expect(findCategory(listed, settings)).toEqual({ source: "product", text: "exempt" });
  expect(findCategory({ ...listed, productTaxCategory: "iva:5" }, settings)).toEqual({ source: "metafield", text: "iva:5" });
  expect(findCategory({ ...tagged, productTags: ["libro"] }, settings)).toEqual({ source: "none", text: null });
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

test("a rule is added, changed by its tag however it is spelt, and removed", () => {
  const changed = withRule(settings.rules, { tag: " LIBROS ", category: "Exento" });
  expect(changed).toEqual([{ tag: "LIBROS", category: "exempt" }, settings.rules[1]]);
  expect(withRule(changed, { tag: "Té", category: "iva:5" })).toHaveLength(3);
  expect(withRule(changed, { tag: "Té", category: "?" })).toEqual(changed);
  expect(withoutRule(changed, "libros")).toEqual([settings.rules[1]]);
});
