// A courier in a basement: the server is really gone, the browser is really killed.
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { chainBreaks } from "../../app/domain/phone-event/chain.ts";
import { metafield } from "../../scripts/story/world.ts";
import { type PhoneBrowser } from "../support/phone-browser.ts";
import { useBrowser } from "./people/browser.ts";
import { untilInvoiced } from "./people/orders.ts";
import {
  NEVER,
  LONG,
  sha256,
  aPhone,
  stopOf,
  camera,
  takePhotos,
  keepDoubtful,
  openStop,
  handOver,
  confirm,
  shotsOf,
  isThrough,
  waiting,
  aCourierOut,
  noise,
} from "./people/phone.ts";

const browser = useBrowser();

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
    const { couriers, names, line, phone, open, world } = await aCourierOut(browser, 25);
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
