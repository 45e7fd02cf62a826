import { beforeAll, expect, test } from "vitest";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
let whose: { shopId: string; actor: string };
beforeAll(async () => {
  product = await aProduct("taxes");
  whose = { shopId: product.shop.id, actor: "merchant:1" };
  return product.stop;
});

const roses = { title: "Rosas de Cayambe (12)", product: "rosas-cayambe", quantity: 1, price: "18.00", taxable: false };
const chocolate = { title: "Chocolate Arriba", product: "chocolate-arriba", quantity: 1, price: "4.50" };
const collectionNamed = async (term: string) => (await product.queries.collectionList({ shop: product.shop, term }))[0]!;
const ruleFor = async (term: string, category: string) => {
  const { gid: collection, title } = await collectionNamed(term);
  return { collection, title, category };
};
const taxesPage = async () => product.queries.taxesPage({ shop: await product.s.shop(), term: "", page: 1 });

test("collections are found in Shopify by how words of their title begin", async () => {
  const titles = async (term: string) => (await product.queries.collectionList({ shop: product.shop, term })).map(({ title }) => title);
  expect(await titles("choc")).toEqual(["Café y chocolate"]);
  expect(await titles("sin ali")).toEqual(["Flores y alimentos sin IVA"]);
  expect(await titles("")).toHaveLength(4);
  expect(await titles("nada OR title:*")).toEqual([]);
});

test("a product's collection says how the law treats it, beats its tag, and is heard for what was sold before the rule", async () => {
  const before = await product.place({ lines: [roses] });
  await product.assigned(before.gid);
  expect((await taxesPage()).missing.map(({ title }) => title)).toEqual([roses.title]);
  await product.commands.saveTaxRule({ ...whose, rule: await ruleFor("sin iva", "exempt") });
  await product.commands.saveTaxRule({ ...whose, rule: { tag: "flores", category: "iva:0" } });
  expect((await taxesPage()).missing).toEqual([]);
  await product.deliver(before.gid);
  const { signedXml } = await product.finished(before.gid);
  // Table 17 of SRI: 7, exempt; shipping at 15 %.
  expect(signedXml).toMatch(/Rosas de Cayambe.*?<codigoPorcentaje>7<\/codigoPorcentaje>/s);
});

test("two collections that contradict each other hold the order; the product's own category lets it go on", async () => {
  await product.commands.saveTaxRule({ ...whose, rule: await ruleFor("caf", "iva:15") });
  await product.commands.saveTaxRule({ ...whose, rule: await ruleFor("regalos", "iva:0") });
  const { gid } = await product.place({ lines: [chocolate] });
  await product.deliver(gid);
  expect(await product.waitsUnder("tax_rules_differ", gid)).toMatchObject({
    sequence: null,
    attention: { params: { line: chocolate.title, category: "iva:15", other: "iva:0" } },
  });
  const disputed = (await taxesPage()).missing.find(({ title }) => title === chocolate.title)!;
  expect(disputed).toMatchObject({ category: "iva:15", other: "iva:0" });
  await product.commands.saveProductTax({ ...whose, productId: disputed.productId, category: "iva:15" });
  await product.finished(gid);
  expect((await taxesPage()).missing.map(({ title }) => title)).not.toContain(chocolate.title);
});

test("what is owed on terms says in how many days it is due", async () => {
  await product.commands.chooseTriggers({
    ...whose,
    triggers: { card: "on_delivery", transfer: "on_delivery", other: "on_delivery" },
    delaySeconds: 0,
  });
  const { gid } = await product.place({ payment: "transfer", paymentTerms: { dueInDays: 30 } });
  await product.deliver(gid);
  const { signedXml } = await product.finished(gid);
  expect(signedXml).toMatch(
    /<pago><formaPago>20<\/formaPago><total>[\d.]+<\/total><plazo>30<\/plazo><unidadTiempo>dias<\/unidadTiempo><\/pago>/,
  );
});

test("goods that leave the country wait with what an export would have to state; a download abroad is invoiced", async () => {
  const madrid = { address1: "Gran Vía 1", city: "Madrid", zip: "28013", countryCode: "ES" };
  const { gid } = await product.place({ shippingAddress: madrid, shipping: { title: "Courier", price: "30.00" } });
  const order = await product.received(gid);
  await product.commands.issueByHand({ ...whose, orderId: order.id });
  expect(await product.waitsUnder("export_not_supported", gid)).toMatchObject({
    sequence: null,
    attention: { params: { country: "ES", missing: expect.stringContaining("incoTermFactura") as string } },
  });
  const lines = [{ title: "Curso", quantity: 1, price: "20.00", requiresShipping: false }];
  const download = await product.place({ shippingAddress: madrid, lines, payment: "card" });
  await product.finished(download.gid);
});
