// The eight steps of the product, walked as the shopper, the merchant and the courier would.
import { expect, test } from "vitest";
import { metafield, worldAt } from "../../scripts/story/world.ts";
import { PHONE, useBrowser } from "./people/browser.ts";
import { confirm, confirmForm, openStop, setOut, stopOf } from "./people/courier.ts";
import { courierLink, factsOf, openApp, openOrder } from "./people/merchant.ts";
import { untilAssigned, untilInvoiced } from "./people/orders.ts";
import { readInvoiceMail } from "./people/reader.ts";
import { buy, fillCart, fiscalBlock, giveAddress, HOSTILE_NAME, placeOrder } from "./people/shopper.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser();

test("a card is captured at the door, and the invoice comes back onto the order", async () => {
  const shopper = await browser.visit();
  await fillCart(shopper);
  const block = fiscalBlock(shopper);
  await block.idNumber.fill("171430710");
  expect(await block.idNumberError.isVisible(), "no complaint while it is being typed").toBe(false);
  await block.idNumber.pressSequentially("4");
  await expect.poll(() => block.idNumberError.innerText()).toBe("El número no es correcto. Revise cada dígito.");
  await block.idNumber.fill("1714307103");
  await expect.poll(() => block.idNumberError.isVisible()).toBe(false);
  await block.legalName.fill(HOSTILE_NAME);
  await block.legalName.press("Tab");
  await block.all.getByText("Datos guardados para su factura.").waitFor();
  expect(await giveAddress(shopper, "maria@example.com")).toContain("3,50");
  const name = await placeOrder(shopper, "card_authorized");
  expect(await shopper.page.locator(".status h1").innerText()).toBe("¡Gracias, María José!");
  await untilAssigned(name);

  const merchant = await browser.visit();
  const desk = await openApp(merchant);
  const row = desk.locator(".bim-row").filter({ has: desk.getByRole("link", { name, exact: true }) });
  const onDesk = await row.innerText();
  expect(onDesk).toContain("Quito urbano");
  expect(onDesk).toMatch(/Ana Torres|Bruno Cando/);
  expect(onDesk).toContain("18,87"); // 12.90 + 1.94 tax + 3.50 shipping + 0.53 tax

  const order = await openOrder(merchant, name);
  const facts = await factsOf(order);
  expect(facts).toMatchObject({
    Zona: "Quito urbano",
    "Tarifa de la zona": "$3,50",
    "Comisión del repartidor": expect.stringMatching(/^\$2,00\b/) as string,
  });
  expect(facts.Pago).toMatch(/^Tarjeta/);
  expect(await order.locator("[name=idNumber]").inputValue()).toBe("1714307103");
  expect(await order.locator("[name=legalName]").inputValue()).toBe(HOSTILE_NAME);
  const text = await order.locator("body").innerText();
  expect(text).toMatch(/repartidores? considerados?/);
  expect(text).toContain("Pedido recibido");
  expect(text).toContain("Entrega asignada");

  const link = await courierLink(merchant, facts.Repartidor!);
  const courier = await browser.visit({
    ...PHONE,
    geolocation: { latitude: -0.1918, longitude: -78.4796, accuracy: 8 },
    permissions: ["geolocation"],
  });
  await courier.page.goto(link);
  expect(new URL(courier.page.url()).pathname, "the address keeps no secret").toMatch(/^\/courier\/\w+$/);
  await openStop(courier, name);
  await setOut(courier);
  await confirmForm(courier).position.filter({ hasText: "± 8 m" }).waitFor();
  await confirm(courier, 1);
  expect(await courier.page.locator(".note.good").innerText()).toBe(`Entrega ${name} confirmada`);
  expect(await courier.page.locator(".done li").filter({ hasText: name }).count()).toBe(1);
  expect(await stopOf(courier, name).count()).toBe(0);

  const { number, accessKey } = metafield(await untilInvoiced(name), "invoice")!;
  const done = await openOrder(merchant, name);
  expect(await factsOf(done)).toMatchObject({ Número: number, "Clave de acceso": accessKey, Recibió: "María José Núñez" });
  await done.locator("img.bim-photo").scrollIntoViewIfNeeded();
  await expect.poll(() => done.locator("img.bim-photo").evaluate((photo: HTMLImageElement) => photo.naturalWidth)).toBeGreaterThan(1000);

  await merchant.page.goto(`${stackHere().urls.admin}/orders/${name.slice(1)}`);
  const atShopify = await merchant.page.locator("main").innerText();
  expect(atShopify).toContain("bim:invoiced");
  expect(atShopify).toContain(accessKey!);
  expect(atShopify).toMatch(/\(-0[.]1918, -78[.]4796\)/);
  expect((await worldAt(stackHere().urls.sandbox).order(name)).financialStatus).toBe("PAID");

  const mail = await readInvoiceMail(merchant, { to: "maria@example.com", number: number! });
  expect(mail.attachments.map(({ type }) => type).sort()).toEqual(["PDF", "XML"]);
  expect(mail.xml).toContain(accessKey);
  expect(mail.xml).toContain("Ñandú &amp; Cía. &lt;S.A.&gt;");
  expect(mail.body).toContain(number);
  const signedLink = shopper.page.getByRole("link", { name: "Ver la factura" });
  const ride = await shopper.page.request.get((await signedLink.getAttribute("href"))!);
  expect(ride.headers()["content-type"]).toBe("application/pdf");
  expect(mail.pdf.equals(await ride.body()), "the same PDF as in the mail").toBe(true);
});

test("cash is collected at the door, where the phone gives no position", async () => {
  const shopper = await browser.visit();
  const name = await buy(shopper, { email: "efectivo@example.com", payment: "cash_on_delivery", product: "rosas-cayambe" });
  await untilAssigned(name);
  const merchant = await browser.visit();
  const { Repartidor: courierName } = await factsOf(await openOrder(merchant, name));
  const courier = await browser.visit(PHONE);
  await courier.page.goto(await courierLink(merchant, courierName!));
  expect(await stopOf(courier, name).locator(".chip.cash").innerText()).toMatch(/22[.,]03/); // 18.00 at 0 % + 3.50 × 1.15
  await openStop(courier, name);
  await setOut(courier);
  await confirmForm(courier).askPosition.click();
  await confirmForm(courier).position.filter({ hasText: "Sin ubicación: el teléfono no la permitió." }).waitFor();
  await confirm(courier, 2);
  const order = await untilInvoiced(name);
  expect(order.fulfillments[0]?.events.at(-1)?.status).toBe("DELIVERED");
  // The page looks by itself whether the invoice is there.
  await shopper.page.locator(".card.good", { hasText: metafield(order, "invoice")!.number! }).waitFor();
});
