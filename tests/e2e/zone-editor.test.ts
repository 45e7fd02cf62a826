// A merchant draws a zone on the map, sees what it would do among the others, is told what is wrong, saves it and finds it on the list.
import type { FrameLocator, Locator } from "playwright-core";
import { expect, test } from "vitest";
import { DESKTOP, LOCALES, PHONE, useBrowser, type Language, type Visitor } from "./people/browser.ts";
import { picture } from "./people/camera.ts";
import { factsOf, openApp, openOrder } from "./people/merchant.ts";
import { untilAssigned } from "./people/orders.ts";
import { fillCart, fiscalBlock, giveAddress, placeOrder } from "./people/shopper.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser(["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"]);
const ALL = (["es", "en"] as const).flatMap((language) => [false, true].map((isPhone) => ({ language, isPhone })));
const VIEWS = process.env.TEST_FULL ? ALL : ALL.slice(0, 1);
const WORDS = {
  es: {
    name: "Nombre de la zona",
    draw: "Dibujar área",
    save: "Guardar",
    price: "Precio",
    amount: "Importe",
    priority: "Prioridad",
    another: "Añadir otro servicio",
  },
  en: {
    name: "Name of the zone",
    draw: "Draw area",
    save: "Save",
    price: "Price",
    amount: "Amount",
    priority: "Priority",
    another: "Add another service",
  },
} as const;

async function merchantOf(language: Language, isPhone: boolean): Promise<Visitor> {
  const size = isPhone ? { ...PHONE, viewport: { width: 390, height: 3000 } } : { ...DESKTOP, viewport: { width: 1280, height: 2600 } };
  const merchant = await browser.visit({ ...size, locale: LOCALES[language] });
  await merchant.page.goto(`${stackHere().urls.store}?lang=${language}`);
  return merchant;
}

/** Marks corners on the map, in pixels from its middle; the last is the first again. East of the Andes nobody of the other tests lives. */
async function draw(map: Locator, corners: [number, number][]): Promise<void> {
  await expect.poll(() => map.getAttribute("data-mode")).toMatch(/polygon|cut/);
  const box = (await map.boundingBox())!;
  for (const [x, y] of [...corners, corners[0]!]) await map.click({ position: { x: box.width / 2 + x, y: box.height / 2 + y } });
}
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

const rowOf = (app: FrameLocator, name: string) =>
  app.locator(".bim-zones .bim-row", { has: app.getByRole("link", { name, exact: true }) });
const map = (app: FrameLocator) => app.locator(".bim-map");
const isLookedAt = (app: FrameLocator) => app.locator(".bim-preview[data-state=fresh]").waitFor();

test.each(VIEWS)("a zone drawn by mouse, $language, phone: $isPhone", async ({ language, isPhone }) => {
  const t = WORDS[language];
  const suffix = `${language}${isPhone ? "-phone" : ""}`;
  const merchant = await merchantOf(language, isPhone);
  const [first, second] = [`Oriente ${suffix}`, `Río ${suffix}`];
  const open = async (name: string) => {
    const app = await openApp(merchant, "/app/zones/new");
    await app.getByRole("button", { name: t.draw }).click();
    await app.locator(".bim-map .bim-map-name span").first().waitFor();
    await app.getByLabel(t.name).fill(name);
    return app;
  };
  const price = async (app: FrameLocator) => {
    await app.locator("[name='services.0.bands.0.base']").fill("3.50");
    await app.locator("[name='commission.amount']").fill("2");
  };

  const app = await open(first);
  await draw(map(app), square(80, -40, 60));
  await app.getByText(language === "es" ? "Polígono de 4 esquinas" : "Polygon of 4 corners").waitFor();
  await isLookedAt(app);
  expect(await app.locator(".bim-preview").innerText()).toContain(
    language === "es" ? "Sin repartidor en servicio" : "No courier in service",
  );
  await app.getByRole("button", { name: t.save, exact: true }).click();
  await app.getByText(language === "es" ? "No se guardó" : "Not saved").waitFor();
  expect(await app.getByLabel(t.name).inputValue(), "what was typed stays").toBe(first);
  expect(await app.locator("[name='services.0.bands.0.base']").getAttribute("aria-invalid")).toBe("true");
  await picture(`zone-wrong-${suffix}`, merchant.page);
  await price(app);
  await app.getByRole("button", { name: t.save, exact: true }).click();
  const row = rowOf(app, first);
  await row.waitFor();
  expect(await row.innerText()).toContain(language === "es" ? "1 área dibujada" : "1 drawn area");
  const priority = (await row.locator("> :first-child").innerText()).trim();
  await picture(`zones-list-${suffix}`, merchant.page);

  const other = await open(second);
  await draw(map(other), square(110, -20, 60));
  await isLookedAt(other);
  const preview = other.locator(".bim-preview");
  await preview.getByText(first).first().waitFor();
  expect(await preview.innerText()).toContain(language === "es" ? "gana la otra" : "the other wins");
  await other.locator("summary", { hasText: language === "es" ? "Prioridad y estado" : "Priority and state" }).click();
  await other.locator("[name=priority]").fill(priority);
  await preview.getByText(language === "es" ? "Misma prioridad sobre el mismo lugar" : "Same priority over the same place").waitFor();
  await price(other);
  await picture(`zone-overlap-${suffix}`, merchant.page);
  await other.getByRole("button", { name: t.save, exact: true }).click();
  const drawn = rowOf(other, second);
  await drawn.waitFor();
  expect(await drawn.innerText()).toContain(first);
  for (const name of [first, second]) await putOut(other, name, t);
});

/** Out of use again, so that the other tests' shop is as it was. */
async function putOut(app: FrameLocator, name: string, t: (typeof WORDS)[Language]): Promise<void> {
  await app.getByRole("link", { name, exact: true }).click();
  await app.locator("summary", { hasText: t.priority }).click();
  await app.locator("[name=active]").uncheck();
  await app.getByRole("button", { name: t.another }).click();
  await app.locator("[name='services.0.name']").fill("Hoy");
  await app.locator("[name='services.1.name']").fill("Mañana");
  await app.locator("[name='services.1.bands.0.base']").fill("2");
  await app.getByRole("button", { name: t.save, exact: true }).click();
  await app.locator(".bim-saved:not(:empty)").waitFor();
  await app.getByText(/(Código fijo|Fixed code).*: manana/).waitFor();
  await app.locator(".Polaris-Page").getByRole("link").first().click();
  await rowOf(app, name).waitFor();
}

test("names are found by a click, files are read or refused in their own words, and everything can be opened", async () => {
  const merchant = await merchantOf("es", false);
  const app = await openApp(merchant, "/app/zones/new");
  await app.getByLabel("Lugares por su nombre").fill("cumb");
  await app
    .getByRole("button", { name: /Cumbayá/ })
    .first()
    .click();
  await app.getByLabel("Lugares por su nombre").fill("La Floresta de Nadie");
  await app.getByLabel("Lugares por su nombre").press("Enter");
  await app.getByText("La Floresta de Nadie: no está en el mapa").waitFor();
  const file = app.locator(".bim-hidden-file");
  const give = (text: string) => file.setInputFiles({ name: "zona.geojson", mimeType: "application/geo+json", buffer: Buffer.from(text) });
  await give("no es json");
  await app.getByText("no se puede leer como JSON").waitFor();
  const ring = [
    [-76.5, -1.5],
    [-76.2, -1.5],
    [-76.2, -1.2],
    [-76.5, -1.5],
  ];
  await give(JSON.stringify({ type: "Polygon", coordinates: [ring.map(([x, y]) => [y, x])] }));
  await app.getByText("latitud y longitud están cambiadas").waitFor();
  await give(JSON.stringify({ type: "Polygon", coordinates: [ring] }));
  await app.getByText("Se añadió 1 área del archivo.").waitFor();
  await app.getByLabel("Cómo se cobra").selectOption("weight");
  await app.getByRole("button", { name: "Añadir fila" }).click();
  await app.getByRole("button", { name: "Añadir otro servicio" }).click();
  await app.locator(".bim-fold").evaluateAll((all) => all.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
  await isLookedAt(app);
  await picture("zone-open-es", merchant.page);
});

test("circles and areas are drawn, cut, moved and taken away, and the list says the same in words", async () => {
  const merchant = await merchantOf("es", false);
  const app = await openApp(merchant, "/app/zones/new");
  await map(app).locator(".bim-map-name span").first().waitFor();
  const tool = (name: string) => app.getByRole("toolbar").getByRole("button", { name, exact: true });
  const says = (text: string) => app.locator(".bim-fold-says", { hasText: text });
  const box = (await map(app).boundingBox())!;
  const isInMode = (mode: string) => app.locator(`.bim-map[data-mode=${mode}]`).waitFor();
  const at = (x: number, y: number) => ({ position: { x: box.width / 2 + x, y: box.height / 2 + y } });
  await tool("Dibujar área").click();
  await draw(map(app), square(80, -40, 80));
  await says("Polígono de 4 esquinas").waitFor();
  await isInMode("look");
  await tool("Recortar").click();
  await draw(map(app), square(100, -20, 20));
  await says("Polígono de 8 esquinas").waitFor();
  await tool("Dibujar círculo").click();
  await isInMode("circle");
  await map(app).click(at(60, 90));
  await map(app).click(at(80, 90));
  await says("Círculo de").waitFor();
  const corners = app.locator("[name='include.drawn.0.corners']");
  const before = await corners.inputValue();
  await tool("Mover entero").click();
  await isInMode("move");
  // The tool bar has grown since.
  const now = (await map(app).boundingBox())!;
  const from = { x: now.x + now.width / 2 + 90, y: now.y + now.height / 2 - 30 };
  await merchant.page.mouse.move(from.x, from.y);
  await merchant.page.mouse.down();
  await merchant.page.mouse.move(from.x + 30, from.y + 15, { steps: 5 });
  await merchant.page.mouse.up();
  await expect.poll(() => corners.inputValue()).not.toBe(before);
  await tool("Borrar").click();
  await isInMode("remove");
  await map(app).click(at(60, 90));
  await says("Círculo de").waitFor({ state: "detached" });
  await tool("Borrar").click();
  await corners.evaluate((field) => ((field.closest("details") as HTMLDetailsElement).open = true));
  await corners.fill("-1, -76\n-2, -75\n-2, -76\n-1, -75");
  await app.getByText("El borde se cruza consigo mismo").waitFor();
  await app.getByRole("button", { name: "Convertir en excepción" }).click();
  await app.getByText("Excepción 1").waitFor();
  await picture("zone-drawn-es", merchant.page);
});

test("drawn over another, rehearsed, saved: a shopper pays the new price, and the order says why", async () => {
  const merchant = await merchantOf("es", false);
  const t = WORDS.es;
  const write = async (name: string, { price, priority, size }: { price: string; priority: string; size: number }) => {
    const app = await openApp(merchant, "/app/zones/new");
    await app.getByLabel(t.name).fill(name);
    const town = app.locator(".bim-map-name span", { hasText: /^Loja$/ });
    await town.waitFor();
    await app.getByRole("button", { name: t.draw }).click();
    await expect.poll(() => map(app).getAttribute("data-mode")).toMatch(/polygon/);
    const [box, at] = [(await map(app).boundingBox())!, (await town.boundingBox())!];
    // A town's name stands to the right of its dot.
    await draw(map(app), square(at.x - box.x - box.width / 2 - size / 2, at.y + at.height / 2 - box.y - box.height / 2 - size / 2, size));
    await app.locator("[name='services.0.bands.0.base']").fill(price);
    await app.locator("[name='commission.amount']").fill("2");
    await app.getByLabel("Añadir repartidor").selectOption({ label: "Ana Torres" });
    await app.locator("summary", { hasText: "Prioridad y estado" }).click();
    await app.locator("[name=priority]").fill(priority);
    await isLookedAt(app);
    return app;
  };
  const save = async (app: FrameLocator, name: string) => {
    await app.getByRole("button", { name: t.save, exact: true }).click();
    await rowOf(app, name).waitFor();
  };
  await save(await write("Loja de antes", { price: "3.50", priority: "60", size: 40 }), "Loja de antes");
  const app = await write("Loja nueva", { price: "4.75", priority: "50", size: 30 });
  await app.locator(".bim-preview").getByText("Loja de antes").first().waitFor();
  await app.getByRole("button", { name: "Ensayar" }).click();
  await app
    .getByText(/No hay pedidos con entrega|Ingreso por envíos/)
    .first()
    .waitFor();
  await picture("zone-rehearsed-es", merchant.page);
  await save(app, "Loja nueva");

  const shopper = await browser.visit();
  await fillCart(shopper);
  const block = fiscalBlock(shopper);
  await block.idNumber.fill("1714307103");
  await block.legalName.fill("María José Núñez");
  await block.legalName.press("Tab");
  const inLoja = { address1: "Bolívar 12-34 y Mercadillo", city: "loja", zip: "110101" };
  const rates = await giveAddress(shopper, "loja@example.com", inLoja);
  expect(rates).toContain("4,75");
  const name = await placeOrder(shopper, "cash_on_delivery");
  await untilAssigned(name);
  const order = await openOrder(merchant, name);
  expect(await factsOf(order)).toMatchObject({ Zona: "Loja nueva", "Tarifa de la zona": "$4,75", Repartidor: "Ana Torres" });
  await picture("order-drawn-zone-es", merchant.page);
  await order
    .getByRole("link", { name: /[Ee]xplicar/ })
    .first()
    .click();
  await order.getByText("dentro de un área dibujada").first().waitFor();
  await order.getByText("tiene prioridad 60; otra va antes.").waitFor();
  await picture("explained-es", merchant.page);
  for (const zone of ["Loja nueva", "Loja de antes"]) await putOut(await openApp(merchant, "/app/zones"), zone, t);
});
