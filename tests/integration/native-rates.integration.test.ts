import { beforeAll, beforeEach, expect, test } from "vitest";
import { until } from "../../scripts/story/world";
import { aProduct, DEMO, type Product } from "../support/product";

let product: Product;
beforeAll(async () => {
  product = await aProduct("native-rates");
  return product.stop;
}, 300_000);
beforeEach(() => product.faultsEnd());

type Rate = { name: string; price: number };
type ShopView = { shop: string; shippingRates: Rate[]; deliveryCustomizations: { enabled: boolean; problem: string | null }[] };

const view = async () => {
  const shops = (await (await fetch(`${product.stack.urls.sandbox}/sandbox/shops`)).json()) as ShopView[];
  return shops.find(({ shop }) => shop === DEMO)!;
};
const merchant = (body: object) => product.post(`/sandbox/shops/${DEMO}/rates`, body);
/** The shop changes its plan, and the merchant has us ask Shopify again. */
async function onPlan(plan: string, expected: string): Promise<void> {
  await product.post(`/sandbox/shops/${DEMO}`, { plan });
  await product.commands.retryCarrierService({ shopId: product.shop.id, actor: "merchant:Lucía" });
  await ratesAre(expected);
}
const ratesAre = (state: string) =>
  until(`native rates ${state}`, async () => {
    const rates = await product.s.nativeRates();
    return rates.state === state ? rates : null;
  });
const titleFor = async (city: string, zip = "") => {
  const { gid } = await product.place({ shippingAddress: { address1: "Calle 1", city, zip, countryCode: "EC" } });
  const { sale } = await product.received(gid);
  return sale.shippingLines.map(({ title, originalMinor }) => [title, originalMinor]);
};
const VALLEYS = ["Entrega a domicilio · Valles de Quito", 490];

test("without calculated rates a buyer chooses their own zone's price from the shop's settings, and the order is that zone's", async () => {
  await merchant({ name: "Correo", price: "60.00" });
  await onPlan("basic", "written");
  expect(await titleFor("CUMBAYÁ")).toEqual([VALLEYS]);
  expect(await titleFor("Quito")).toEqual([["Entrega a domicilio · Quito urbano", 350]]);
  expect(await titleFor("?", "Samborondon")).toEqual([["Entrega a domicilio · Guayaquil", 400]]);
  // No zone covers it: what the merchant offers themselves is all there is.
  expect(await titleFor("Loja")).toEqual([["Correo", 6000]]);
  expect((await view()).deliveryCustomizations).toEqual([{ title: expect.any(String) as string, enabled: true, problem: null }]);
  const { gid } = await product.place({ shippingAddress: { address1: "Calle 1", city: "Cumbayá", zip: "", countryCode: "EC" } });
  const { delivery } = await product.assigned(gid);
  expect(delivery).toMatchObject({ rateMinor: 490, attention: null });
});

test("a place chosen in the cart decides whose rates checkout offers, and the order is that zone's", async () => {
  const { sandbox } = product.stack.urls;
  const cart = "cart=cafe-loja.1";
  expect(await (await fetch(`${sandbox}/store/cart`, { headers: { cookie: cart } })).text()).toContain('<option value="Cumbayá">');
  const send = async (path: string, cookie: string, body: object) =>
    fetch(sandbox + path, { method: "POST", headers: { cookie }, body: JSON.stringify(body) });
  const kept = await send("/cart/update.js", cart, { attributes: { _district: "Cumbayá" } });
  const cookie = `${cart}; ${kept.headers.get("set-cookie")!.split(";")[0]}`;
  const name = { firstName: "Ana", lastName: "Ñandú" };
  const address = { ...name, address1: "Calle 1", address2: "", city: "Quito", province: "", zip: "", countryCode: "EC" };
  const shared = { shippingCode: null, discountCode: "", language: "es", address };
  const offered = async (given: string) => {
    const { rates } = (await (await send("/checkout/quote", given, shared)).json()) as { rates: { title: string }[] };
    return rates.map(({ title }) => title).filter((title) => title !== "Correo");
  };
  expect([await offered(cookie), await offered(cart)]).toEqual([[VALLEYS[0]], ["Entrega a domicilio · Quito urbano"]]);
  const contact = { email: "ana@example.com", phone: "+593991234567", payment: "cash_on_delivery" };
  const placed = await send("/checkout/complete", cookie, {
    ...shared,
    ...contact,
    shippingCode: VALLEYS[0],
    metafields: [],
    attributes: [],
  });
  expect(placed.status).toBe(200);
  const orders = (await (await fetch(`${sandbox}/sandbox/orders`)).json()) as { id: string }[];
  const { delivery } = await product.assigned(orders.at(-1)!.id);
  expect(delivery).toMatchObject({ rateMinor: 490, attention: null });
});

test("a zone's new price is written by itself; what the merchant changed is told, and put right on a click", async () => {
  const [zone] = await product.s.zones();
  const services = zone!.services.map((service) => ({
    ...service,
    rate: { ...service.rate, bands: [{ upTo: null, baseMinor: 510, perUnitMinor: 0 }] },
  }));
  await product.commands.saveZone({ shopId: product.shop.id, actor: "merchant:Lucía", zone: { ...zone!, services } });
  const priced = (minor: number) =>
    until(`a rate of ${minor}`, async () =>
      (await view()).shippingRates.some(({ name, price }) => name === VALLEYS[0] && price === minor / 100) ? true : null,
    );
  await priced(510);
  await merchant({ name: VALLEYS[0], price: "1.00" });
  await product.ports.store.of(product.shop.id).enqueue("sync-native-rates", { shopId: product.shop.id });
  expect((await ratesAre("drifted")).drift).toEqual([{ name: VALLEYS[0], what: "edited" }]);
  await product.commands.repairNativeRates({ shopId: product.shop.id, actor: "merchant:Lucía" });
  await priced(510);
  await ratesAre("written");
});

test("once the plan lets Shopify ask us, our rates are gone, the merchant's stay, and checkout asks", async () => {
  await onPlan("advanced", "off");
  expect((await view()).shippingRates.map(({ name }) => name)).toEqual(["Correo"]);
  expect(await titleFor("Cumbayá")).toEqual([["Entrega a domicilio", 510]]);
});
