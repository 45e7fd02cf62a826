import { beforeAll, expect, test } from "vitest";
import { countryPack } from "~/countries";
import type { Ports } from "~/ports/ports";
import type { Screens } from "~/ports/screens";
import { taxesPage } from "~/queries/taxes-page";
import { courierWorld, aSale, type CourierWorld } from "~/testing/courier-world";
import { aSaleLine } from "~/testing/sales";
import { freshDatabase } from "../../../tests/support/database";
import { importProductTaxes, removeTaxRule, saveProductTax, saveTaxRule } from "./save-tax-settings";
import { taxSettingsFor } from "~/workflows/document/tax-settings";
import { categorise } from "~/domain/tax-category/categorise";

const product = (number: number) => `gid://shopify/Product/${number}`;
const iva = (rateBasisPoints: number) => [{ title: "IVA", rateBasisPoints, amountMinor: 1 }];
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports & { screens: Screens };
let whose: { shopId: string; actor: string };

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  const { forShop } = await import("~/db.server");
  const { postgresScreens } = await import("~/adapters/postgres/screens/screens");
  ports = { ...world.ports, countries: countryPack, screens: postgresScreens(forShop) };
  home = await world.aShop("taxes.myshopify.com");
  whose = { shopId: home.shop.id, actor: "merchant:1" };
  const other = await world.aShop("taxes-other.myshopify.com");
  await other.aDelivery(1, { lines: [aSaleLine({ productId: product(99), title: "De otra tienda" })] });
  await home.aDelivery(1, {
    placedAt: "2026-11-20T10:00:00Z",
    lines: [
      aSaleLine({ productId: product(1), title: "Libro" }),
      aSaleLine({ productId: product(2), title: "Café", taxLines: iva(1500) }),
      aSaleLine({ productId: product(3), title: "Té", taxLines: iva(1200) }),
    ],
  });
  await home.aDelivery(2, {
    placedAt: "2026-11-21T10:00:00Z",
    lines: [
      aSaleLine({ productId: product(1), title: "Libro nuevo", productTags: ["Libros"] }),
      aSaleLine({ productId: product(4), title: "Ron", productTags: ["licores"], taxLines: [...iva(1500), ...iva(7500)] }),
    ],
  });
});

const page = async () => taxesPage(ports, { shop: await home.s.shop(), term: "", page: 1 });
const missing = async () => (await page()).missing.map(({ title, charged }) => [title, charged]);

test("what was sold at 0 % or at a rate out of force is listed until somebody has said what it is", async () => {
  expect((await page()).unlawful).toEqual([1200]);
  expect(await missing()).toEqual([
    ["Libro nuevo", 0],
    ["Té", 1200],
  ]);
  await saveTaxRule(ports, { ...whose, rule: { tag: "libros", category: "iva:0" } });
  await saveProductTax(ports, { ...whose, productId: product(3), category: "iva:5" });
  expect(await missing()).toEqual([]);
  await removeTaxRule(ports, { ...whose, rule: { tag: "LIBROS" } });
  expect(await missing()).toEqual([["Libro nuevo", 0]]);
});

test("the table comes back as it was sent, an empty cell takes an entry away, a bad line leaves everything as it was", async () => {
  await importProductTaxes(ports, { ...whose, csv: "product_id,product,category\n1,x,iva:0\n3,x,\n4,x,iva:15 ice:3031:75\n" });
  const { csv, products } = await page();
  expect(products).toBe(4);
  expect(csv.split("\r\n").filter((line) => /^[134],/.test(line))).toEqual(["1,Libro nuevo,iva:0", "4,Ron,iva:15 ice:3031:75", "3,Té,"]);
  await expect(importProductTaxes(ports, { ...whose, csv: "1,x,exento\n2,x,nada" })).rejects.toMatchObject({
    code: "tax_csv_invalid",
    params: { line: 2 },
  });
  expect((await page()).csv).toBe(csv);
});

test("an order's lines get the merchant's categories, and what was held by them is tried again", async () => {
  const sale = aSale(9, { lines: [aSaleLine({ productId: product(4) }), aSaleLine({ productId: product(2) })] });
  const outcome = categorise(sale.lines, await taxSettingsFor(home.s, await home.s.shop(), sale));
  expect(outcome).toMatchObject({ ok: true, value: [{ taxCategory: { excise: { code: "3031" } } }, { taxCategory: null }] });
  const { orderId } = await home.aDelivery(10);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, { attention: { code: "tax_category_differs" } });
  world.sent.length = 0;
  await saveProductTax(ports, { ...whose, productId: product(4), category: null });
  expect(world.sent).toEqual([{ name: "issue-document", data: { shopId: home.shop.id, documentId: document.id } }]);
});

test("two thousand products without a category: the list comes in pages, the search finds by parts of the name, the table has them all", async () => {
  const shop = await world.aShop("taxes-many.myshopify.com");
  const sold = (number: number) =>
    aSaleLine({ productId: product(number), title: `Producto ${number} ${number % 2 ? "Ñandú" : "Cóndor"}` });
  for (let order = 0; order < 100; order += 1)
    await shop.aDelivery(order + 1, { lines: Array.from({ length: 20 }, (_none, index) => sold(order * 20 + index + 1)) });
  const look = async (term: string, page: number) => taxesPage(ports, { shop: await shop.s.shop(), term, page });
  const begun = performance.now();
  const first = await look("", 1);
  expect(performance.now() - begun, "milliseconds").toBeLessThan(1500);
  expect(first).toMatchObject({ allMissing: 2000, products: 2000, paging: { page: 1, pages: 40, total: 2000 } });
  expect(first.csv.trimEnd().split("\r\n")).toHaveLength(2001);
  const last = await look("", 40);
  expect(last.missing).toHaveLength(50);
  expect(last.missing.some(({ productId }) => first.missing.some((one) => one.productId === productId))).toBe(false);
  expect(await look("", 99)).toMatchObject({ paging: { page: 40 } });
  const found = await look("nandu producto 19", 1);
  expect(found.paging.total).toBe(
    Array.from({ length: 2000 }, (_none, n) => n + 1).filter((n) => n % 2 && String(n).includes("19")).length,
  );
  const table = first.csv.replaceAll(/,(?=\r\n)/g, ",iva:0");
  await importProductTaxes(ports, { shopId: shop.shop.id, actor: "merchant:1", csv: table });
  expect(await look("", 1)).toMatchObject({ allMissing: 0, missing: [], paging: { total: 0, pages: 1 } });
});
