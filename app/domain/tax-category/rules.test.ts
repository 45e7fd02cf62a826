import { expect, test } from "vitest";
import { collectionsOf, withoutRule, withRule, type TaxRule } from "./rules";

const books = { collection: "gid://shopify/Collection/1", title: "Libros", category: "iva:0" };
const rules: TaxRule[] = [{ tag: "Libros", category: "iva:0" }, books];

test("a rule is added, changed by its tag however it is spelt or by its collection, and removed", () => {
  const changed = withRule(rules, { tag: " LIBROS ", category: "Exento" });
  expect(changed).toEqual([{ tag: "LIBROS", category: "exempt" }, books]);
  const renamed = { ...books, title: "Librería", category: "iva:5" };
  expect(withRule(changed, renamed)).toEqual([changed[0], renamed]);
  expect(withRule(changed, { tag: "Té", category: "iva:5" })).toHaveLength(3);
  expect(withRule(changed, { tag: "Té", category: "?" })).toEqual(changed);
  expect(withoutRule(changed, { tag: "libros" })).toEqual([books]);
  expect(withoutRule(changed, { collection: books.collection })).toEqual([changed[0]]);
});

test("the collections that rules name are told once each", () => {
  expect(collectionsOf([...rules, { ...books, title: "Otra vez" }])).toEqual([books.collection]);
});
