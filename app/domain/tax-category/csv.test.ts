import { expect, test } from "vitest";
import { readCategoryCsv, writeCategoryCsv } from "./csv";

const product = (number: number) => `gid://shopify/Product/${number}`;

test("what is written can be read again, whatever a product is called", () => {
  const rows = [
    { productId: product(1), product: `=HYPERLINK("x"); Té "verde", 20 u.\n`, category: "iva:15" },
    { productId: product(2), product: "Libro", category: "" },
  ];
  const text = writeCategoryCsv(rows);
  expect(text).toContain(`"'=HYPERLINK`);
  expect(readCategoryCsv(text)).toEqual({
    ok: true,
    value: [
      { productId: product(1), category: "iva:15" },
      { productId: product(2), category: null },
    ],
  });
});

test("a spreadsheet's semicolons, its byte order mark and empty lines are no obstacle", () => {
  const text = `\uFEFFproduct_id;product;category\r\n7;"Ron; añejo";IVA:15 ice:3031:75\r\n\r\n${product(8)};x;exento\r\n`;
  expect(readCategoryCsv(text)).toEqual({
    ok: true,
    value: [
      { productId: product(7), category: "iva:15 ice:3031:75" },
      { productId: product(8), category: "exempt" },
    ],
  });
});

test.each([
  ["product_id,product,category\n1,a,iva:15\n2,b,gravado", 3, "2,b,gravado"],
  ["abc,a,iva:15", 1, "abc,a,iva:15"],
])("a line that says nothing is named, and nothing is taken", (text, line, said) => {
  expect(readCategoryCsv(text)).toEqual({ ok: false, problem: { code: "tax_csv_invalid", params: { line, text: said } } });
});
