// What goes wrong at the door or on the way to it, and what the courier is told.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PHONE, LOCALES, useBrowser, type Visitor } from "./people/browser.ts";
import type { Page } from "playwright-core";
import { confirm, confirmForm, keepDoubtful, noPhoto, openStop, photoFile, setOut, stopOf } from "./people/courier.ts";
import { addCourier, courierLink, factsOf, openApp, openOrder } from "./people/merchant.ts";
import { orderOf } from "./people/orders.ts";
import { fault } from "./people/scene.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser();
const storedFiles = () => {
  const folder = path.join(stackHere().dataDir, "files");
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
};

async function courierOf(name: string) {
  const merchant = await browser.visit();
  const order = await openOrder(merchant, name);
  const courier = await browser.visit(PHONE);
  await courier.page.goto(await courierLink(merchant, (await factsOf(order)).Repartidor!));
  return { merchant, courier };
}

test("nobody is home the first time; the second attempt succeeds, and both are told", async () => {
  const { name } = await orderOf({ payment: "cash_on_delivery" });
  const { merchant, courier } = await courierOf(name);
  await openStop(courier, name);
  await setOut(courier);
  const { page } = courier;
  await page.getByText("No pude entregar").click();
  await page.getByLabel("No había nadie").check();
  await page.getByLabel("Nota (opcional)").fill("Timbre dañado & perro <bravo>");
  await page.getByRole("button", { name: "Registrar intento fallido" }).click();
  await page.getByText(`Intento de ${name} registrado`).waitFor();
  expect(await stopOf(courier, name).innerText()).toContain("Intento fallido");

  await openStop(courier, name);
  await setOut(courier);
  await confirm(courier, 3, "Portería");
  expect(await page.locator(".done li").filter({ hasText: name }).count()).toBe(1);

  // The phone sends by itself, after the list is shown.
  const read = async () => (await openOrder(merchant, name)).locator("body").innerText();
  await expect.poll(read).toContain("Comprobante de entrega");
  const told = await read();
  for (const part of ["Intento fallido", "No había nadie", "Comprobante de entrega", "Portería", "No se pudo entregar"])
    expect(told).toContain(part);
});

test("a file that is no photo is refused in plain words, nothing is stored, and a real photo then goes through", async () => {
  const { name } = await orderOf({ payment: "card" });
  const { courier } = await courierOf(name);
  await openStop(courier, name);
  await setOut(courier);
  const form = confirmForm(courier);
  const before = storedFiles();
  await form.photo.setInputFiles(noPhoto);
  await expect
    .poll(() => form.problem.innerText())
    .toBe("Ese archivo no es una foto que podamos leer. Toma una foto JPEG, PNG o WebP. No se guardó nada.");
  expect(storedFiles()).toBe(before);
  await confirm(courier, 4);
});

test("a link that was replaced leads to a page that says so, in the reader's language", async () => {
  const merchant = await browser.visit();
  const app = await addCourier(merchant, "Elena Ríos");
  const link = app.locator("a.bim-key");
  const old = (await link.getAttribute("href"))!;
  await app.getByRole("button", { name: "Anular y crear otro" }).click();
  await expect.poll(() => link.getAttribute("href")).not.toBe(old);

  for (const [language, title] of [
    ["es", "Este enlace no funciona"],
    ["en", "This link does not work"],
  ] as const) {
    const stranger = await browser.visit({ ...PHONE, locale: LOCALES[language] });
    stranger.expectsComplaint(/status of 404/);
    const answer = await stranger.page.goto(old);
    expect(answer!.status()).toBe(404);
    expect(await stranger.page.locator("h1").innerText()).toBe(title);
  }
  const courier = await browser.visit(PHONE);
  await courier.page.goto((await link.getAttribute("href"))!);
  expect(await courier.page.locator(".top").innerText()).toContain("Elena Ríos");
});

/** What the shop asks for at the door, chosen where the merchant chooses it. */
async function askFor(merchant: Visitor, rules: Record<string, string>): Promise<void> {
  const card = (await openApp(merchant, "/app/settings")).locator("#proof");
  for (const [name, demand] of Object.entries(rules)) await card.locator(`[name=${name}]`).selectOption(demand);
  await card.getByRole("button", { name: "Guardar" }).click();
  await card.getByText("Guardado", { exact: true }).waitFor();
}

test("an order of three parcels is ticked on the desk for its three labels, and its courier reads of them", async () => {
  const { name } = await orderOf({ payment: "card" });
  const merchant = await browser.visit();
  const order = await openOrder(merchant, name);
  const courier = (await factsOf(order)).Repartidor!;
  const form = order.locator("form").filter({ has: order.locator("[value=parcels]") });
  await form.getByLabel("Paquetes").fill("3");
  await form.getByRole("button", { name: "Guardar" }).click();
  await expect.poll(async () => (await factsOf(order)).Paquetes).toBe("3");

  const desk = await openApp(merchant, "/app");
  await desk.getByLabel(`Marcar ${name} para sus etiquetas`).check();
  await desk.getByText("Un pedido marcado · 3 etiquetas").waitFor();
  await desk.getByRole("link", { name: "Etiquetas", exact: true }).click();
  await desk.locator(".bim-label").nth(2).waitFor();
  expect(await desk.locator(".bim-label-order").allInnerTexts()).toEqual(
    [1, 2, 3].map((number) => expect.stringMatching(new RegExp(`${name}\\s+${number}/3`))),
  );

  // On paper nothing stands above the first: each label is a sheet.
  await merchant.page.emulateMedia({ media: "print" });
  expect(
    await desk
      .locator(".bim-label-sheet")
      .first()
      .evaluate((sheet) => sheet.getBoundingClientRect().top),
  ).toBe(0);
  await merchant.page.emulateMedia({ media: null });

  const phone = await browser.visit(PHONE);
  await phone.page.goto(await courierLink(merchant, courier));
  expect(await stopOf(phone, name).innerText()).toContain("3 paquetes");
});

test("what the shop asks for is asked at the door: a signature by finger, and why there is no PIN; the order shows both", async () => {
  const { name } = await orderOf({ payment: "card" });
  const { merchant, courier } = await courierOf(name);
  await askFor(merchant, { relation: "must", signature: "must", pin: "must" });
  try {
    await openStop(courier, name);
    await setOut(courier);
    const { page } = courier;
    const form = confirmForm(courier);
    await form.photo.setInputFiles(await photoFile(6));
    await keepDoubtful(courier);
    await form.receivedBy.fill("Rosa Quishpe");
    await page.getByRole("radio", { name: "Familiar" }).check();
    await page.getByLabel("PIN del comprador").fill("12");
    expect(await form.submit.isDisabled()).toBe(true);
    await page.getByRole("button", { name: "No tiene el PIN" }).click();
    await page.getByRole("radio", { name: "No le llegó" }).check();
    await page.locator("canvas.sheet").scrollIntoViewIfNeeded();
    await drawOn(page);
    await page.getByRole("button", { name: "Usar esta firma" }).click();
    await page.locator("img.sheet").waitFor();
    await expect.poll(() => form.submit.isDisabled()).toBe(false);
    await form.submit.click();
    await page.waitForURL(/reported=/);

    await expect
      .poll(async () => factsOf(await openOrder(merchant, name)))
      .toMatchObject({ Relación: "Familiar", PIN: "No se dio", "Sin PIN": "No le llegó" });
    const order = await openOrder(merchant, name);
    const signature = order.getByAltText("Firma de quien recibió");
    // It is loaded when it comes into sight.
    await signature.evaluate((img) => img.scrollIntoView());
    await signature.waitFor();
    expect(await order.locator(".bim-photos img").count()).toBe(1);
  } finally {
    await askFor(merchant, { relation: "off", signature: "off", pin: "off" });
  }
});

test("a shift that is seen, one thing not taken, and a door told of: the desk and whoever comes next know of each", async () => {
  const place = { countryCode: "EC", address1: "Calle Manabí 77 y Guayaquil", city: "Quito", zip: "170401" };
  const lines = [{ title: "Café de altura 500 g", quantity: 2, price: "8.50", sku: "CAFE-500" }];
  const [{ name }, next] = [await orderOf({ payment: "card", shippingAddress: place, lines }), await orderOf({ shippingAddress: place })];
  const { merchant, courier } = await courierOf(name);
  const { page, context } = courier;
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: -0.22, longitude: -78.51, accuracy: 15 });
  await page.getByLabel("La tienda puede ver dónde estoy").check();
  await page.getByRole("button", { name: "Empezar turno" }).click();
  await page.getByText("La tienda ve dónde estás.").waitFor();
  const { Repartidor: who } = await factsOf(await openOrder(merchant, name));
  const shift = async () => {
    await courierLink(merchant, who!);
    return factsOf(merchant.page.frameLocator("iframe.app"));
  };
  await expect.poll(async () => (await shift())["Dónde está"]).toContain("± 15 m");

  await openStop(courier, name);
  await setOut(courier);
  await page.getByText("No quiso todo").click();
  await page.getByLabel(/^2 × Café de altura/).selectOption({ label: "No aceptó 1 de 2" });
  const form = confirmForm(courier);
  await form.photo.setInputFiles(await photoFile(8));
  await keepDoubtful(courier);
  await page.getByText("Para la próxima entrega aquí").click();
  await page.getByLabel("Nota sobre la puerta").fill("Portón verde, timbre 2");
  await page.getByRole("radio", { name: "Foto 1" }).check();
  await form.receivedBy.fill("Rosa Quishpe");
  await form.submit.click();
  await page.waitForURL(/reported=/);
  await stopOf(courier, name).getByText("Devuelve a la tienda: 1 × Café de altura 500 g").waitFor();
  await page.getByText("En turno desde las").click();
  await page.getByRole("button", { name: "Terminar turno" }).click();
  await expect.poll(async () => "Dónde está" in (await shift())).toBe(false);
  await expect
    .poll(async () => (await openOrder(merchant, name)).locator("body").innerText())
    .toContain("No aceptaron todo: 1 × Café de altura 500 g");
  await giveBackOnce(merchant, name);
  await fetchTheRest(merchant, name);

  const { courier: after } = await courierOf(next.name);
  await openStop(after, next.name);
  const left = after.page.getByRole("complementary", { name: "Dejaron dicho de esta puerta" });
  expect(await left.innerText()).toContain("Portón verde, timbre 2");
  const gate = left.getByAltText("Foto del portón");
  await expect.poll(() => gate.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
});

/** Shopify says no in its own words; the same click then gives back what was not taken, and nothing is left to click. */
async function giveBackOnce(merchant: Visitor, name: string): Promise<void> {
  await fault({ part: "shopify-api", kind: "reject", about: "CreateRefund", code: "The gateway is closed", count: 1 });
  const order = await openOrder(merchant, name);
  const button = order.getByRole("button", { name: "Devolver $8,50" });
  await button.click();
  await order.getByText("The gateway is closed").waitFor();
  await button.click();
  await order.getByText("Se devolvió al comprador lo que no aceptó: 1 × Café de altura 500 g").waitFor();
  await order.getByText("Lo que no aceptaron: devolver el dinero").waitFor({ state: "detached" });
}

/** What was taken comes back too: whoever has it can be changed while it is to be fetched. */
async function fetchTheRest(merchant: Visitor, name: string): Promise<void> {
  const answer = await fetch(`${stackHere().urls.sandbox}/sandbox/orders/${name.slice(1)}/return`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ lines: [{ line: 0, quantity: 1 }] }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await expect.poll(async () => (await openOrder(merchant, name)).locator("body").innerText()).toContain("Recogida de la devolución");
  const order = await openOrder(merchant, name);
  await order.getByText("Por recoger", { exact: true }).waitFor();
  const choice = order.getByLabel("Dar la entrega a");
  const other = await choice.locator("option").nth(1).innerText();
  await choice.selectOption({ label: other });
  await order.getByRole("button", { name: "Reasignar" }).click();
  await order.getByText(`Asignada a mano a ${other}`).first().waitFor();
}

async function drawOn(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator("canvas.sheet").boundingBox())!;
  await page.mouse.move(x + width * 0.2, y + height * 0.5);
  await page.mouse.down();
  for (const [across, down] of [
    [0.4, 0.3],
    [0.6, 0.7],
    [0.8, 0.4],
  ] as const)
    await page.mouse.move(x + width * across, y + height * down);
  await page.mouse.up();
}
