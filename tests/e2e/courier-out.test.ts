// A courier who is out today: one press moves their stops, the order says who has it and why, couriers get a letter, and it can be taken back.
import { expect, onTestFinished, test } from "vitest";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import { COURIERS } from "../../prisma/seed-data.ts";
import { useBrowser, type Visitor } from "./people/browser.ts";
import { factsOf, openApp, openOrder } from "./people/merchant.ts";
import { orderOf, untilAssigned } from "./people/orders.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser();
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090112" };

async function openCourier(merchant: Visitor, name: string) {
  const app = await openApp(merchant, "/app/couriers");
  await app.getByRole("link", { name }).click();
  await app.getByRole("heading", { level: 1, name }).waitFor();
  return app;
}

test("hours that can't be read are refused at their day, and nothing is saved", async () => {
  const app = await openCourier(await browser.visit(), "Diego Peñafiel");
  await app.locator("[name=shift1]").fill("18:00-09:00");
  await app.locator("[name=daysOff]").fill("31/12/2026");
  await app.getByRole("button", { name: "Guardar" }).click();
  await app.getByText("Escriba horas como 09:00-13:00, 14:00-18:00, sin cruzarse").waitFor();
  await app.getByText("Escriba días como 2026-12-24").waitFor();
  await app.locator("[name=shift1]").fill("09:00-18:00");
  await app.locator("[name=daysOff]").fill("2026-12-31");
  await app.getByRole("button", { name: "Guardar" }).click();
  await app.getByText("Guardado", { exact: true }).waitFor();
  const again = await openCourier(await browser.visit(), "Diego Peñafiel");
  expect(await again.locator("[name=shift1]").inputValue()).toBe("09:00-18:00");
  await again.locator("[name=shift1]").fill("");
  await again.locator("[name=daysOff]").fill("");
  await again.getByRole("button", { name: "Guardar" }).click();
  await again.getByText("Guardado", { exact: true }).waitFor();
});

/** Hours from a full minute on, as the form writes them, with half a day after it. */
function hoursFrom(minute: number): string {
  const shown = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "America/Guayaquil" }).format(minute);
  const half = shown < "12:00" ? String(Number(shown.slice(0, 2)) + 12).padStart(2, "0") + shown.slice(2) : "24:00";
  return `${shown}-${half}`;
}
async function clock(move: { set: string } | null): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const how = move ? { method: "POST", headers, body: JSON.stringify(move) } : { method: "DELETE" };
  const answer = await fetch(`${stackHere().urls.sandbox}/sandbox/clock`, how);
  if (!answer.ok) throw new Error(await answer.text());
}

async function shiftOf(merchant: Visitor, courier: string, hours: string) {
  const app = await openCourier(merchant, courier);
  for (let day = 0; day < 7; day++) await app.locator(`[name=shift${day}]`).fill(hours);
  await app.getByRole("button", { name: "Guardar" }).click();
  await app.getByText("Guardado", { exact: true }).waitFor();
}

test("what comes outside everybody's hours waits, says until when, and is given by itself when the shift begins", async () => {
  onTestFinished(() => clock(null));
  const merchant = await browser.visit();
  // Far enough for everything that is typed before.
  const minute = Math.ceil(Date.now() / 60_000) * 60_000 + 300_000;
  await shiftOf(merchant, "Diego Peñafiel", hoursFrom(minute));
  await clock({ set: new Date(minute - 8_000).toISOString() });
  const world = worldAt(stackHere().urls.sandbox);
  const { name } = await world.placeOrder({ ...sampleOrder(0), payment: "cash_on_delivery", shippingAddress: GUAYAQUIL });
  expect(await untilAssigned(name)).toBe("Diego Peñafiel");
  const order = await openOrder(merchant, name);
  await order.getByText("Nadie puede llevarla ahora en Guayaquil: uno está fuera de su horario").waitFor();
  await order.getByText("Diego Peñafiel era el único disponible de la zona").first().waitFor();
  await shiftOf(merchant, "Diego Peñafiel", "");
});

test("a courier who is out gives their stops to others, and takes them back", async () => {
  const { name } = await orderOf({ payment: "cash_on_delivery" });
  const first = await untilAssigned(name);
  const merchant = await browser.visit();
  const app = await openCourier(merchant, first);
  await app.getByRole("button", { name: "No trabaja hoy" }).click();
  await app.getByText("no se le asigna nada hasta mañana").waitFor();
  const second = await until(`another courier for ${name}`, async () => {
    const courier = await untilAssigned(name);
    return courier !== first && courier;
  });
  const order = await openOrder(merchant, name);
  expect((await factsOf(order)).Repartidor).toBe(second);
  await order.getByText(/repartidores considerados/).click();
  await order.getByText(`${first}: No trabaja hoy`).waitFor();
  await order.getByText(`${first} no trabaja hoy: pasa a ${second}`).waitFor();
  const world = worldAt(stackHere().urls.sandbox);
  const { email } = COURIERS.find((courier) => courier.name === second)!;
  await until("the letter", async () => (await world.mailsTo(email)).some(({ subject }) => subject.includes("Tienes entregas nuevas")));
  const back = await openCourier(merchant, first);
  await back.getByRole("button", { name: "Deshacer" }).click();
  await back.getByText("La ausencia de hoy se deshizo").waitFor();
  await until(`${first} again`, async () => (await untilAssigned(name)) === first);
  expect((await factsOf(await openOrder(merchant, name))).Repartidor).toBe(first);
});
