// Parcels before the phone's camera: really seen by it, from a fed picture.
import bwipjs from "bwip-js/node";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { parcelCode } from "../../app/domain/delivery/parcel-code.ts";
import { labelQr } from "../../app/routes/app.orders.labels/qr.server.ts";
import { fakeCamera } from "../support/fake-camera.ts";
import { idOf, type PhoneServer } from "../support/phone-server.ts";
import { type Extras, aPhone, stopOf, camera, takePhotos, handOver, isThrough } from "./people/phone.ts";

const labelOf = async (n: number, number = 1) => Buffer.from(await labelQr(parcelCode({ deliveryId: idOf(n), number })));

/** A phone with labels before its camera, one after the other, over and over. */
async function aPhoneThatSees(deliveries: number, labels: (Buffer | null)[], extras: Extras = {}) {
  const camera = await fakeCamera(labels);
  onTestFinished(() => camera.throwAway());
  return aPhone(deliveries, { ...extras, args: camera.args });
}
const scanButton = (page: Page) => page.getByRole("button", { name: "Escanear paquete" });

test("a parcel's label held before the camera opens its stop, also without network", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhoneThatSees(3, [null, await labelOf(2)]);
  await server.cut();
  await page.reload();
  await scanButton(page).click();
  await page.locator("main > .line .order", { hasText: "#1002" }).waitFor();
  expect(await page.evaluate(() => typeof (globalThis as { BarcodeDetector?: unknown }).BarcodeDetector)).toBe("undefined");
});

test(
  "parcels are counted as they are scanned, once each; what is missing is said and explained, also after the phone died",
  { timeout: 120_000 },
  async () => {
    const rules = { isScanWanted: true };
    const more: PhoneServer["more"] = (n) => ({ state: "assigned", parcels: n === 1 ? 3 : 1 });
    const barcode = await bwipjs.toBuffer({ bcid: "code128", text: "#1002", scale: 4, height: 20, backgroundcolor: "FFFFFF" });
    const labels = [await labelOf(1, 1), await labelOf(1, 3), await labelOf(9), barcode];
    const { server, page, phone, open } = await aPhoneThatSees(2, labels, { more, rules });
    await server.cut();
    await scanButton(page).click();
    await page.getByText("#1001: 2 de 3 cargados").waitFor();
    await page.getByText("Ese paquete no está en tu lista").waitFor();
    await page.getByText("#1002 completo: 1 de 1").waitFor();
    await page.getByText(/#1001: el paquete [13] ya estaba contado/).waitFor();
    await phone.kill();

    const again = await open();
    await again.getByText("3 de 4 paquetes").waitFor();
    await again.getByText("Ver lo que falta").click();
    expect(await again.locator(".loading li").allInnerTexts()).toEqual(["#1001 2 (de 3)"]);
    await stopOf(again, "#1001").locator("a.main").click();
    await again.getByText("Sin escanear: 2 de 3").waitFor();
    const start = again.locator("form:has([value=start])");
    await start.locator("button").click();
    expect(
      await start
        .locator("[name=unscanned]")
        .first()
        .evaluate((radio: HTMLInputElement) => radio.validity.valueMissing),
    ).toBe(true);
    await again.getByRole("radio", { name: "No está" }).check();
    await start.locator("button").click();
    await camera(again).waitFor({ state: "attached" });

    await again.getByRole("button", { name: "Escanear al entregar" }).click();
    await again.getByText("2 de 3 entregados", { exact: true }).waitFor();
    await again.getByText("Ese paquete es de #1002, no de esta entrega.").waitFor();
    await again.getByRole("radio", { name: "No está" }).check();
    await takePhotos(again, "#1001", { to: 1 });
    await handOver(again, "#1001");
    await server.listen();
    await isThrough(again, "#1001");
    const told = [...server.events.values()].map((event) => [event.kind, "parcels" in event && event.parcels]);
    const parcels = { scanned: [1, 3], of: 3, because: "not_there" };
    expect(told).toEqual([
      ["start", parcels],
      ["confirm", parcels],
    ]);
  },
);

test("without a camera, or where it is refused, that is said, and what stands on the label is typed", { timeout: 120_000 }, async () => {
  const { page } = await aPhone(2, { more: (n) => ({ state: n === 1 ? "assigned" : "out_for_delivery", parcels: 2 }) });
  await scanButton(page).click();
  await page.getByText("La cámara no está disponible: escribe el pedido.").waitFor();
  const code = page.getByLabel("O escribe el pedido de la etiqueta");
  for (const [typed, answer] of [
    ["1001", "#1001 tiene 2 paquetes: escribe también cuál, por ejemplo 1001/2"],
    ["1001/3", "#1001: la etiqueta dice paquete 3, pero la tienda anotó 2. Avisa a la tienda."],
    ["1001/2", "#1001: 1 de 2 cargados"],
    ["1001/2", "#1001: el paquete 2 ya estaba contado"],
    ["4711", "Ese código no es de un paquete de tu lista."],
    ["1001/1", "#1001 completo: 2 de 2"],
  ] as const) {
    await code.fill(typed);
    await code.press("Enter");
    await page.getByText(answer).waitFor();
  }
  await code.fill("#1002/1");
  await page.getByRole("button", { name: "Buscar" }).click();
  await page.locator("main > .line .order", { hasText: "#1002" }).waitFor();

  const { page: other } = await aPhone(1, { args: ["--deny-permission-prompts", "--use-fake-device-for-media-stream"] });
  await scanButton(other).click();
  await other.getByText("El teléfono no permite usar la cámara.").waitFor();
});
