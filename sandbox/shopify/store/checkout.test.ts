import { afterEach, expect, test } from "vitest";
import { json } from "../../http.ts";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

const address = {
  firstName: "Ana",
  lastName: "Ñandú",
  address1: "Av. Amazonas N21",
  address2: "",
  city: "Quito",
  province: "Pichincha",
  zip: "",
  countryCode: "EC",
};
const cart = { cookie: "cart=cafe-loja.2_rosas-cayambe.1" };
const send = async (path: string, body: unknown) => {
  const answer = await fetch(box.base + path, { method: "POST", headers: cart, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const asked: { destination: Record<string, unknown> }[] = [];

async function openWithRates(): Promise<void> {
  box = await openBox();
  box.app.answerRates = (request) => {
    const { rate } = request.json<{ rate: { destination: Record<string, unknown> } }>();
    asked.push(rate);
    return json({
      rates:
        rate.destination.city === "Quito"
          ? [
              { service_name: "Norte", service_code: "z1", total_price: "350", currency: "USD" },
              { service_name: "Ya", service_code: "z2", total_price: "600", currency: "USD" },
            ]
          : [],
    });
  };
  await box.graphql(
    `mutation ($url: URL!) { carrierServiceCreate(input: { name: "BIM", callbackUrl: $url, active: true, supportsServiceDiscovery: false }) { userErrors { message } } }`,
    { url: `${box.app.url}/rates` },
  );
}

test("rates are asked for as soon as the address is complete, without a province code", async () => {
  await openWithRates();
  const shared = { shippingCode: null, discountCode: "", language: "en" };
  expect((await send("/checkout/quote", { ...shared, address: { ...address, city: "" } })).body).toMatchObject({
    isComplete: false,
    rates: [],
  });
  expect((await send("/checkout/quote", { ...shared, address: { ...address, city: "Loja" } })).body).toMatchObject({
    isComplete: true,
    rates: [],
    chosen: null,
  });
  expect((await send("/checkout/quote", { ...shared, address })).body).toMatchObject({
    chosen: "z1",
    sums: { subtotal: "$43.80", discount: null, shipping: "$3.50", tax: "$4.40", total: "$51.70" },
  });
  expect((await send("/checkout/quote", { ...shared, address, discountCode: "andes", shippingCode: "z2" })).body).toMatchObject({
    chosen: "z2",
    sums: { discount: "−$4.38", shipping: "$6.00" },
  });
  expect(asked.at(-1)?.destination).toMatchObject({ city: "Quito", province: null, country: "EC" });
});

test("the completed checkout is an order with the cart's metafields and attributes; only defined and copyable ones are kept", async () => {
  await openWithRates();
  const fiscal = { namespace: "$app", type: "json", value: '{"schemaVersion":1}' };
  const order = {
    shippingCode: "z2",
    discountCode: "",
    language: "es",
    address,
    email: "ana@example.com",
    phone: "+593991234567",
    payment: "transfer",
    metafields: [
      { ...fiscal, key: "fiscal_data" },
      { ...fiscal, key: "delivery" },
    ],
    attributes: [{ key: "_fiscal_data", value: "{}" }],
  };
  expect((await send("/checkout/complete", { ...order, shippingCode: "gone" })).status).toBe(422);
  const done = await send("/checkout/complete", order);
  const placed = (await box.get("/sandbox/orders/1001")).body as { metafields: { key: string }[]; token: string };
  expect(placed).toMatchObject({
    shippingLine: { code: "z2", price: "6.00" },
    financialStatus: "PENDING",
    gateways: ["Bank Deposit"],
    customAttributes: order.attributes,
  });
  expect(placed.metafields.map((one) => one.key)).toEqual(["fiscal_data"]);
  expect(done.body).toEqual({ location: `/orders/${placed.token}` });
  const page = await (await fetch(`${box.base}${String(done.body.location)}`)).text();
  expect(page).toContain("¡Gracias, Ana!");
  expect(page).toContain("Ñandú");
});

test("the pages speak Spanish first and English when asked, and make names safe", async () => {
  await openWithRates();
  await box.post("/sandbox/orders", { ...anOrder(), customer: { firstName: "<b>Ñandú</b>", lastName: "& Cía.", email: "a@example.com" } });
  const store = await (await fetch(`${box.base}/store`)).text();
  const english = await (await fetch(`${box.base}/store?lang=en`)).text();
  expect([store.includes("Café de Loja"), english.includes("Loja coffee")]).toEqual([true, true]);
  const { token } = (await box.get("/sandbox/orders/1001")).body as { token: string };
  expect(await (await fetch(`${box.base}/orders/${token}`)).text()).toContain("&lt;b&gt;Ñandú&lt;/b&gt;");
});
