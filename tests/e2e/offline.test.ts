// A courier in a basement: the server is really gone, the browser is really killed.
import { createHash } from "node:crypto";
import bwipjs from "bwip-js/node";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, inject, onTestFinished, test } from "vitest";
import { parcelCode } from "../../app/domain/delivery/parcel-code.ts";
import { chainBreaks } from "../../app/domain/phone-event/chain.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { metafield, worldAt } from "../../scripts/story/world.ts";
import { labelQr } from "../../app/routes/app.orders.labels/qr.server.ts";
import { fakeCamera } from "../support/fake-camera.ts";
import { Line } from "../support/cut-line.ts";
import { PhoneBrowser } from "../support/phone-browser.ts";
import { idOf, PhoneServer } from "../support/phone-server.ts";
import { useBrowser } from "./people/browser.ts";
import { courierLink } from "./people/merchant.ts";
import { untilAssigned, untilInvoiced } from "./people/orders.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser();

const PHOTOS = 3;
/** Far beyond what any state takes. */
const NEVER = { timeout: 20_000 };
const LONG = { timeout: 60_000 };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Extras = { more?: PhoneServer["more"]; rules?: PhoneServer["rules"]; args?: readonly string[]; hasWorker?: boolean };
async function aPhone(deliveries: number, { more = () => ({}), rules = {}, args = [], hasWorker = true }: Extras = {}) {
  const server = new PhoneServer(deliveries);
  Object.assign(server, { more, rules, hasWorker });
  await server.listen();
  const phone = new PhoneBrowser(inject("chromium"), args);
  onTestFinished(async () => {
    await phone.throwAway();
    await server.cut();
  });
  /** Also what the phone opens with after it was killed. */
  const open = async () => {
    const page = await phone.open();
    await page.goto(server.url);
    await page.locator(".stop").first().waitFor();
    return page;
  };
  const page = await open();
  if (hasWorker) await untilItOpensWithoutSignal(page);
  return { server, phone, open, page };
}

const untilItOpensWithoutSignal = (page: Page) =>
  expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), NEVER).toBe("activated");

const exactly = (name: string) => new RegExp(`^${name}$`);
const stopOf = (page: Page, name: string) => page.locator(".stop").filter({ has: page.locator(".order", { hasText: exactly(name) }) });
const doneOf = (page: Page, name: string) => page.locator(".done li").filter({ has: page.locator("a", { hasText: exactly(name) }) });
const confirmForm = (page: Page) => page.locator("form:has([value=confirm])");
const camera = (page: Page) => confirmForm(page).locator("input[type=file]").first();

/** A picture of its own for each photo of each order. */
const pictureOf = (name: string, taken: number) => doorPhoto(Number(name.slice(1)) * PHOTOS + taken);

async function takePhotos(page: Page, name: string, { from = 0, to = PHOTOS, picture = pictureOf } = {}): Promise<void> {
  for (let taken = from; taken < to; taken++) {
    const buffer = await picture(name, taken);
    await camera(page).setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer });
    await page.locator(".shot").nth(taken).waitFor();
    await keepDoubtful(page);
  }
}

/** The pictures of these tests are drawn, and look alike. */
async function keepDoubtful(page: Page): Promise<void> {
  const keep = page.getByRole("button", { name: "Es aquí: usarla" });
  while ((await keep.count()) > 0) await keep.first().click();
}

/** Sets out, where that was not done yet. */
async function openStop(page: Page, name: string): Promise<void> {
  await stopOf(page, name).locator("a.main").click();
  await page.locator("main > .line .order", { hasText: name }).waitFor();
  if ((await camera(page).count()) === 0) await page.locator("form:has([value=start]) button").click();
  await camera(page).waitFor({ state: "attached" });
}

async function handOver(page: Page, name: string): Promise<void> {
  await page.locator("[name=receivedBy]").fill("Portería");
  await confirmForm(page).locator("button.main").click();
  await doneOf(page, name).locator(".light").first().waitFor();
}

async function confirm(page: Page, name: string, photos = PHOTOS): Promise<void> {
  await openStop(page, name);
  await takePhotos(page, name, { to: photos });
  await handOver(page, name);
}

const shotsOf = ({ events }: PhoneServer) => [...events.values()].flatMap((event) => (event.kind === "confirm" ? event.photos : []));
/** Both lights: the report, and its photos. */
const isThrough = (page: Page, name: string) => doneOf(page, name).locator(".light.sent").nth(1).waitFor(LONG);
const waiting = (page: Page) => page.locator(".done .light.waiting").filter({ hasText: "Por enviar" });

/** A product's courier with so many deliveries, on a phone that has been at their page once, at the end of a line that can be cut. */
async function aCourierOut(deliveries: number) {
  const { urls } = stackHere();
  const world = worldAt(urls.sandbox);
  const toGuayaquil = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
  const order = { ...sampleOrder(0), shippingAddress: toGuayaquil, payment: "cash_on_delivery" };
  const names: string[] = [];
  for (let n = 0; n < deliveries; n++) names.push((await world.placeOrder(order)).name);
  const couriers = new Set(await Promise.all(names.map(untilAssigned)));
  const link = new URL(await courierLink(await browser.visit(), [...couriers][0]!));
  const line = new Line(Number(link.port));
  await line.lay();
  const phone = new PhoneBrowser(inject("chromium"));
  onTestFinished(async () => {
    await phone.throwAway();
    await line.cut();
  });
  const home = `http://127.0.0.1:${line.port}${link.pathname.split(".")[0]}`;
  const open = async () => {
    const page = await phone.open();
    await page.goto(home);
    await page.locator(".stop").first().waitFor();
    return page;
  };
  const page = await phone.open();
  await page.goto(`http://127.0.0.1:${line.port}${link.pathname}`);
  await untilItOpensWithoutSignal(page);
  await page.goto(home);
  await page
    .locator(".stop")
    .nth(deliveries - 1)
    .waitFor();
  return { couriers, names, line, home, phone, open, world };
}

type Walk = { names: string[]; phone: PhoneBrowser; open: () => Promise<Page>; cut: () => Promise<void> };

/** The phone is switched off and on without network; after each third of the deliveries its battery dies, the first time between two photos. */
async function walkWithoutNetwork({ names, phone, open, cut }: Walk): Promise<Page> {
  await phone.quit();
  await cut();
  const third = Math.ceil(names.length / 3);
  let page = await open();
  for (const name of names.slice(0, third)) await confirm(page, name);
  const half = names[third]!;
  await openStop(page, half);
  await takePhotos(page, half, { to: 1 });
  await phone.kill();

  page = await open();
  await openStop(page, half);
  await takePhotos(page, half, { from: 1 });
  await handOver(page, half);
  for (const name of names.slice(third + 1, 2 * third)) await confirm(page, name);
  await phone.kill();

  page = await open();
  await expect.poll(() => waiting(page).count()).toBe(2 * third);
  for (const name of names.slice(2 * third)) await confirm(page, name);
  return page;
}

test(
  "offline from a cold start, 25 deliveries with three photos each, the browser killed twice: delivered once each, intact, with 25 invoices",
  { timeout: 420_000 },
  async () => {
    const { couriers, names, line, phone, open, world } = await aCourierOut(25);
    expect(couriers.size).toBe(1);
    const page = await walkWithoutNetwork({ names, phone, open, cut: () => line.cut() });
    await line.lay();
    const back = Date.now();
    await page.locator(".done .light.sent").first().waitFor();
    expect(Date.now() - back).toBeLessThan(10_000);
    for (const name of names) await isThrough(page, name);
    const orders = await Promise.all(names.map((name) => untilInvoiced(name)));
    expect(new Set(orders.map((order) => metafield(order, "invoice")?.accessKey)).size).toBe(25);
    const states = () => Promise.all(names.map(async (name) => metafield(await world.order(name), "delivery")?.state));
    await expect.poll(states, LONG).toEqual(names.map(() => "delivered"));
  },
);

const noise = () =>
  sharp({ create: { width: 1000, height: 750, channels: 3, background: "#777", noise: { type: "gaussian", mean: 100, sigma: 25 } } })
    .jpeg({ quality: 90 })
    .toBuffer();

test("a photo that broke off in the middle goes on where it was", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(1);
  await openStop(page, "#1001");
  await takePhotos(page, "#1001", { to: 1, picture: noise });
  const gone = new Promise<void>((done) => (server.onPiece = () => void server.cut().then(done)));
  await handOver(page, "#1001");
  await gone;
  server.onPiece = () => undefined;
  const [photo] = server.photos.values();
  const half = photo!.bytes.length;
  expect(half).toBeLessThan(photo!.expected);
  const pieces: number[] = [];
  server.onPiece = () => void pieces.push(photo!.bytes.length);
  await server.listen();
  await isThrough(page, "#1001");
  expect(pieces[0]).toBeGreaterThan(half);
  expect([photo!.isWhole, server.spoilt]).toEqual([true, []]);
});

/** Six at once, as fast as the page takes them: so small that nothing but the chain takes time. */
async function takeBurst(page: Page): Promise<void> {
  const tiny = (
    await sharp({ create: { width: 8, height: 8, channels: 3, background: "#abc" } })
      .png()
      .toBuffer()
  ).toString("base64");
  await camera(page).evaluate((input: HTMLInputElement, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    for (let taken = 0; taken < 6; taken++) {
      const chosen = new DataTransfer();
      chosen.items.add(new File([bytes], "IMG_1.png", { type: "image/png" }));
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, tiny);
  await page.locator(".shot").nth(5).waitFor();
  await keepDoubtful(page);
}

test("two open pages count and chain as one phone, also when both take photos at the same moment", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(2);
  const other = await page.context().newPage();
  await other.goto(server.url);
  await server.cut();
  const pages: [Page, string][] = [
    [page, "#1001"],
    [other, "#1002"],
  ];
  await Promise.all(pages.map(([where, name]) => openStop(where, name)));
  await Promise.all(pages.map(([where]) => takeBurst(where)));
  await Promise.all(pages.map(([where, name]) => handOver(where, name)));
  await server.listen();
  for (const [, name] of pages) await isThrough(page, name);
  expect([...server.events.values()].map(({ stamp }) => stamp.counter).sort()).toEqual([1, 2]);
  expect(
    shotsOf(server)
      .map(({ link }) => link.number)
      .sort((one, two) => one - two),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(chainBreaks(shotsOf(server), sha256)).toEqual([]);
});

const ways = { mapsUrl: "https://www.google.com/maps/dir/?api=1", wazeUrl: "https://waze.com/ul?q=x", geoUrl: "geo:-0.18,-78.48" };
/** The third of every three is where nobody knows. */
const placed = (n: number) => ({ ...ways, known: n % 3 === 0 ? null : { latitude: -0.18, longitude: -78.48 - n / 200, metres: 30 } });

test("without signal the map has the day's numbers, and the way is shown by what showed it last", { timeout: 120_000 }, async () => {
  const { server, phone, open } = await aPhone(3, { more: placed });
  await server.cut();
  await phone.kill();
  const page = await open();
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ latitude: -0.181, longitude: -78.482, accuracy: 40 });
  await page.getByRole("link", { name: "Ver en el mapa" }).click();
  await page.getByRole("button", { name: "2: #1002, Ana P." }).click();
  await stopOf(page, "#1002").waitFor();
  expect(await page.locator(".map .tour").count()).toBe(1);
  expect(await page.locator(".places a").allTextContents()).toEqual(["#1003"]);
  await page.getByRole("button", { name: "Dónde estoy" }).click();
  await page.locator(".map .self").waitFor();
  expect(await page.locator(".contact .wide").count()).toBe(0);
  await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Waze" }).click()]);
  await page.getByRole("link", { name: "Ir con Waze" }).waitFor();
  await phone.quit();
  const again = await open();
  await stopOf(again, "#1001").locator("a.main").click();
  expect(await again.locator(".contact a").first().textContent()).toBe("Ir con Waze");
});

/** As the browser does when the signal is back. */
async function wakeInBackground(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((done) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (ours) done(ours.registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId: await registered, tag: "courier", lastChance: false });
}

test(
  "with every page closed the browser's own sync sends the report, waits for its answer and sends the photo",
  { timeout: 120_000 },
  async () => {
    const { server, page } = await aPhone(1);
    await server.cut();
    await confirm(page, "#1001", 1);
    const elsewhere = await page.context().newPage();
    await page.close();
    server.asksBeforeAnswer = 2;
    await server.listen();
    expect(server.events.size).toBe(0);
    await wakeInBackground(elsewhere, `${new URL(server.url).origin}/`);
    await expect.poll(() => [...server.photos.values()].map(({ isWhole }) => isWhole), LONG).toEqual([true]);
    expect(server.events.size).toBe(1);
  },
);

test("an ended link keeps what is queued; the courier's next one sends it", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(1);
  server.isSignedIn = false;
  await confirm(page, "#1001", 1);
  await page.locator(".sync.needs_link").waitFor();
  expect([server.events.size, await waiting(page).count()]).toEqual([0, 1]);
  await page.goto(`${server.url}.${"s".repeat(43)}`);
  await isThrough(page, "#1001");
  expect(server.events.size).toBe(1);
});

/** What is queued as the first version of the program wrote it: without all that was added since. */
const asWrittenByTheFirst = (page: Page, key: string) =>
  page.evaluate(async (name) => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((ok, failed) => Object.assign(asked, { onsuccess: () => ok(asked.result), onerror: failed }));
    const database = await done(indexedDB.open(name));
    const writing = database.transaction(["events", "shots"], "readwrite");
    for (const held of await done(writing.objectStore("events").getAll())) {
      const { id, kind, deliveryId, stamp, position, receivedBy, photos, collected } = held.event;
      held.event = {
        id,
        kind,
        deliveryId,
        stamp,
        position,
        receivedBy,
        photos: photos.map(({ role: _role, ...photo }: object & { role?: string }) => photo),
        collected,
      };
      await done(writing.objectStore("events").put(held));
    }
    for (const { role: _role, ...shot } of await done(writing.objectStore("shots").getAll()))
      await done(writing.objectStore("shots").put(shot));
    database.close();
  }, `courier-${key}`);

test("a new version is offered only when nothing is under way, and takes nothing away", { timeout: 120_000 }, async () => {
  const { server, open, phone, page } = await aPhone(2);
  await server.cut();
  await confirm(page, "#1001", 1);
  await asWrittenByTheFirst(page, new URL(server.url).pathname.split("/").at(-1)!);
  await phone.kill();
  server.isNewVersion = true;
  server.isSignedIn = false;
  await server.listen();
  const again = await open();
  await expect
    .poll(() => again.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state), NEVER)
    .toBe("installed");
  expect(await again.getByText("Hay una versión nueva").count()).toBe(0);
  server.isSignedIn = true;
  await again.reload();
  await isThrough(again, "#1001");
  await again.getByText("Hay una versión nueva").click();
  await expect.poll(() => again.evaluate(() => caches.keys()).catch(() => []), NEVER).toEqual(["courier-shell-anewerone1"]);
  await isThrough(again, "#1001");
});

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

/** Chromium keeps to itself how much room there is; with this it says so, as other browsers do. */
const TELLS_ROOM = ["--disable-features=StaticStorageQuota"];

/** How much more the phone may keep, in bytes; null: as much as it likes. A page that is open keeps its share for a while: it holds for one that opens. */
async function leaveRoom(page: Page, url: string, more: number | null): Promise<void> {
  const { origin } = new URL(url);
  const session = await page.context().newCDPSession(page);
  const { usage } = (await session.send("Storage.getUsageAndQuota", { origin })) as { usage: number };
  await session.send("Storage.overrideQuotaForOrigin", more === null ? { origin } : { origin, quotaSize: Math.max(1, usage + more) });
}

test(
  "a phone that is nearly full says so; a full one says what it did not keep, loses nothing that it has, and goes on with room",
  { timeout: 120_000 },
  async () => {
    const { server, phone, page: first } = await aPhone(2, { args: TELLS_ROOM });
    const reopen = async (more: number) => {
      await phone.quit();
      const page = await phone.open();
      await leaveRoom(page, server.url, more);
      await page.goto(server.url);
      await page.getByText("El teléfono casi no tiene espacio").waitFor();
      return page;
    };
    await server.cut();
    await confirm(first, "#1001", 1);
    await openStop(first, "#1002");
    await takePhotos(first, "#1002", { to: 1 });
    await reopen(20 * 2 ** 20);

    const full = await reopen(-1);
    await openStop(full, "#1002");
    await camera(full).setInputFiles({ name: "IMG_2.jpg", mimeType: "image/jpeg", buffer: await noise() });
    await full.getByText("la foto NO se guardó").waitFor();
    await keepDoubtful(full);
    await full.locator("[name=receivedBy]").fill("Portería");
    await confirmForm(full).locator("button.main").click();
    await full.getByText("esto NO quedó registrado").waitFor();
    expect([await confirmForm(full).locator(".shot").count(), await full.locator("[name=receivedBy]").inputValue()]).toEqual([
      1,
      "Portería",
    ]);
    await leaveRoom(full, server.url, null);
    await confirmForm(full).locator("button.main").click();
    await doneOf(full, "#1002").locator(".light").first().waitFor();
    await expect.poll(() => waiting(full).count()).toBe(2);

    // Full again while it sends: what the server says can't be written down, and is asked again.
    const sending = await reopen(-1);
    await server.listen();
    await expect.poll(() => server.events.size, NEVER).toBe(2);
    await sending.getByText("Por enviar: 2", { exact: true }).waitFor();
    await leaveRoom(sending, server.url, null);
    for (const name of ["#1001", "#1002"]) await isThrough(sending, name);
    expect([...server.photos.values()].map(({ isWhole }) => isWhole)).toEqual([true, true]);
    expect(chainBreaks(shotsOf(server), sha256)).toEqual([]);
  },
);

test("what is cleared away under an open page is written down again by it, and reaches the server", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(2);
  await server.cut();
  await confirm(page, "#1001", 1);
  await openStop(page, "#1002");
  await takePhotos(page, "#1002", { to: 1 });
  const name = `courier-${new URL(server.url).pathname.split("/").at(-1)}`;
  await page.evaluate(
    (database) =>
      new Promise<void>((done, failed) => {
        const deleting = indexedDB.deleteDatabase(database);
        deleting.onsuccess = () => done();
        deleting.onerror = () => failed(new Error("It could not be deleted"));
      }),
    name,
  );
  await page.getByText("El navegador borró lo que el teléfono guardaba").waitFor();
  await handOver(page, "#1002");
  await page.reload();
  await expect.poll(() => waiting(page).count()).toBe(2);
  await server.listen();
  for (const name of ["#1001", "#1002"]) await isThrough(page, name);
  expect([...server.events.values()].map(({ stamp }) => stamp.counter).sort()).toEqual([1, 2]);
  expect(chainBreaks(shotsOf(server), sha256)).toEqual([]);
});

test("where no service worker can be set up, that is said, and what is open sends all the same", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(1, { hasWorker: false });
  await page.getByText("Este navegador no puede abrir la página sin señal").waitFor();
  await server.cut();
  await confirm(page, "#1001", 1);
  await server.listen();
  await isThrough(page, "#1001");
});

test("a browser that keeps nothing works with the server's own forms, and says what that costs", { timeout: 120_000 }, async () => {
  const { phone, home, names, world } = await aCourierOut(1);
  await phone.quit();
  const page = await phone.open();
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("The user denied permission to access the database.", "UnknownError");
    };
  });
  await page.goto(home);
  const isSaid = page.getByText("Este navegador no guarda nada en el teléfono");
  await isSaid.waitFor();
  await page.locator(".stop a.main").first().click();
  await isSaid.waitFor();
  const start = page.locator("form:has([value=start]) button");
  if ((await start.count()) > 0) await start.click();
  await camera(page).setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: await doorPhoto(4711) });
  await page.locator("[name=receivedBy]").fill("Portería");
  const declined = page.getByLabel("No quiere darlos");
  if ((await declined.count()) > 0) await declined.check();
  await confirmForm(page).locator("button.main").click();
  await doneOf(page, names[0]!).waitFor();
  await expect.poll(async () => metafield(await world.order(names[0]!), "delivery")?.state, LONG).toBe("delivered");
});
