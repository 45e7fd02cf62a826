import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { unconfirmedProducts } from "./charged";

const lawful = new Set([0, 500, 1500]);
const iva = (rateBasisPoints: number) => [{ title: "IVA", rateBasisPoints, amountMinor: 1 }];
const line = (number: number, more: Parameters<typeof aSaleLine>[0]) =>
  aSaleLine({ productId: `gid://shopify/Product/${number}`, title: `Producto ${number}`, ...more });

test("without tax and without a category, or at a rate out of force, a product's rate is to be confirmed; excise is no such rate", () => {
  const excise = { vat: "rated" as const, excise: { code: "3031", rateBasisPoints: 7500 } };
  const lines = [
    line(1, {}),
    line(1, {}),
    line(2, { taxCategory: { vat: "exempt" } }),
    line(3, { taxLines: iva(1500) }),
    line(4, { taxLines: iva(1200), taxCategory: { vat: "rated" } }),
    line(5, { taxLines: [...iva(7500), ...iva(1500)], taxCategory: excise }),
    line(6, { quantity: 0 }),
    aSaleLine({ productId: null }),
  ];
  expect(unconfirmedProducts(lines, lawful)).toEqual([
    { productId: "gid://shopify/Product/1", title: "Producto 1", rateBasisPoints: 0 },
    { productId: "gid://shopify/Product/4", title: "Producto 4", rateBasisPoints: 1200 },
  ]);
});
