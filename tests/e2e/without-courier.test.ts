// Orders that no courier brings: handed over at the counter, or sent with somebody else's carrier.
import { expect, test } from "vitest";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import { useBrowser } from "./people/browser.ts";
import { photoFile } from "./people/courier.ts";
import { openOrder } from "./people/merchant.ts";
import { untilInvoiced } from "./people/orders.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser();
const tea = { title: "Té de guayusa", sku: "TE-1", quantity: 2, price: "4.00" };

async function ordered(line: object, state: string) {
  const world = worldAt(stackHere().urls.sandbox);
  const { name } = await world.placeOrder({ ...sampleOrder(0), lines: [{ ...tea, ...line }], payment: "cash_on_delivery" });
  await until(`${name} ${state}`, async () => (await world.order(name)).tags.includes(`bim:${state}`));
  return { name, act: (action: string, body: object) => post(`/sandbox/orders/${name.slice(1)}/${action}`, body) };
}
async function post(path: string, body: object): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(stackHere().urls.sandbox + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

test("what is fetched is handed over on the order's page, with a photo, and invoiced", async () => {
  const { name } = await ordered({ delivery: "pick_up" }, "unassigned");
  const merchant = await browser.visit();
  const app = await openOrder(merchant, name);
  const told = () => app.locator("body").innerText();
  for (const part of ["Retiro en tienda", "Por retirar"]) expect(await told()).toContain(part);
  const button = app.getByRole("button", { name: "Entregar en el mostrador" });
  await button.click();
  await app.getByText("Escriba algo aquí").first().waitFor();
  await app.getByLabel("Recibió").fill("Ana María");
  await app.getByLabel("Foto (opcional)").setInputFiles(await photoFile(2));
  await button.click();
  await app.getByText("Retirada", { exact: true }).waitFor();
  await untilInvoiced(name);
  for (const part of ["Comprobante de entrega", "Ana María", "Entregado en el mostrador"]) expect(await told()).toContain(part);
  expect(await app.locator(".bim-photo").count()).toBe(1);
  expect(await button.count()).toBe(0);
  // Nothing is named that a pick-up doesn't have.
  for (const part of ["Dirección", "Lugar", "Lleva"]) expect(await told()).not.toContain(part);
});

test("what somebody else's carrier has is marked as delivered with its day, and invoiced", async () => {
  const { name, act } = await ordered({}, "assigned");
  await act("fulfill", { company: "Servientrega", number: "1Z999" });
  await until("the carrier", async () => (await worldAt(stackHere().urls.sandbox).order(name)).tags.includes("bim:out_for_delivery"));
  const app = await openOrder(await browser.visit(), name);
  for (const part of ["Con el transportista", "Enviado con Servientrega desde Shopify"])
    expect(await app.locator("body").innerText()).toContain(part);
  await app.getByRole("button", { name: "Marcar como entregado" }).click();
  await untilInvoiced(name);
  await app.getByText("Entregada", { exact: true }).first().waitFor();
});
