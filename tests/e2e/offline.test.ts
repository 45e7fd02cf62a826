// A courier in a basement: the server is really gone, the browser is really killed.
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, inject, onTestFinished, test } from "vitest";
import { chainBreaks } from "../../app/domain/phone-event/chain.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { PhoneBrowser } from "../support/phone-browser.ts";
import { PhoneServer } from "../support/phone-server.ts";

const PHOTOS = 3;
/** Far beyond what any state takes. */
const NEVER = { timeout: 20_000 };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function aPhone(deliveries: number) {
  const server = new PhoneServer(deliveries);
  await server.listen();
  const phone = new PhoneBrowser(inject("chromium"));
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
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), NEVER).toBe("activated");
  return { server, phone, open, page };
}

const nameOf = (n: number) => new RegExp(`^#${1000 + n}$`);
const stopOf = (page: Page, n: number) => page.locator(".stop").filter({ has: page.locator(".order", { hasText: nameOf(n) }) });
const doneOf = (page: Page, n: number) => page.locator(".done li").filter({ has: page.locator("a", { hasText: nameOf(n) }) });

const confirmForm = (page: Page) => page.locator("form:has([value=confirm])");
const pictures = (page: Page) => confirmForm(page).locator("input[type=file]");

async function takePhotos(page: Page, n: number, { from = 0, to = PHOTOS, picture = doorPhoto } = {}): Promise<void> {
  for (let taken = from; taken < to; taken++) {
    const buffer = await picture(n * PHOTOS + taken);
    await pictures(page).setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer });
    await page.locator(".shot").nth(taken).waitFor();
    await keepDoubtful(page);
  }
}

/** The pictures of these tests are drawn, and look alike. */
async function keepDoubtful(page: Page): Promise<void> {
  const keep = page.getByRole("button", { name: "Es aquí: usarla" });
  while ((await keep.count()) > 0) await keep.first().click();
}

const openStop = (page: Page, n: number) => stopOf(page, n).locator("a.main").click();

async function handOver(page: Page, n: number): Promise<void> {
  await page.locator("[name=receivedBy]").fill("Portería");
  await confirmForm(page).locator("button.main").click();
  await doneOf(page, n).locator(".light").first().waitFor();
}

async function confirm(page: Page, n: number, photos = PHOTOS): Promise<void> {
  await openStop(page, n);
  await takePhotos(page, n, { to: photos });
  await handOver(page, n);
}

const shotsOf = ({ events }: PhoneServer) => [...events.values()].flatMap((event) => (event.kind === "confirm" ? event.photos : []));
/** Both lights: the report, and its photos. */
const isThrough = (page: Page, n: number) => doneOf(page, n).locator(".light.sent").nth(1).waitFor({ timeout: 30_000 });
const waiting = (page: Page) => page.locator(".done .light.waiting").filter({ hasText: "Por enviar" });

test(
  "offline from a cold start, 25 deliveries with three photos each, the browser killed twice: all of it arrives once",
  { timeout: 300_000 },
  async () => {
    const { server, phone, open } = await aPhone(25);
    await phone.kill();
    await server.cut();
    let page = await open();
    for (let n = 1; n <= 9; n++) await confirm(page, n);
    await openStop(page, 10);
    await takePhotos(page, 10, { to: 1 });
    await phone.kill();

    page = await open();
    await openStop(page, 10);
    await takePhotos(page, 10, { from: 1 });
    await handOver(page, 10);
    for (let n = 11; n <= 17; n++) await confirm(page, n);
    await phone.kill();

    page = await open();
    expect(await waiting(page).count()).toBe(17);
    for (let n = 18; n <= 25; n++) await confirm(page, n);
    await server.listen();
    const back = Date.now();
    await expect.poll(() => server.events.size, NEVER).toBeGreaterThan(0);
    expect(Date.now() - back).toBeLessThan(10_000);
    for (let n = 1; n <= 25; n++) await isThrough(page, n);
    const delivered = [...server.events.values()].map(({ deliveryId }) => deliveryId);
    expect([delivered.length, new Set(delivered).size]).toEqual([25, 25]);
    const photos = [...server.photos.values()];
    expect([photos.length, photos.filter(({ isWhole }) => !isWhole), server.spoilt]).toEqual([75, [], []]);
    expect(chainBreaks(shotsOf(server), sha256)).toEqual([]);
  },
);

const noise = (n: number) =>
  sharp({ create: { width: 1000, height: 750, channels: 3, background: "#777", noise: { type: "gaussian", mean: 100 + n, sigma: 25 } } })
    .jpeg({ quality: 90 })
    .toBuffer();

test("a photo that broke off in the middle goes on where it was", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(1);
  await openStop(page, 1);
  await takePhotos(page, 1, { to: 1, picture: noise });
  const gone = new Promise<void>((done) => (server.onPiece = () => void server.cut().then(done)));
  await handOver(page, 1);
  await gone;
  server.onPiece = () => undefined;
  const [photo] = server.photos.values();
  const half = photo!.bytes.length;
  expect(half).toBeLessThan(photo!.expected);
  const pieces: number[] = [];
  server.onPiece = () => void pieces.push(photo!.bytes.length);
  await server.listen();
  await isThrough(page, 1);
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
  await pictures(page).evaluate((input: HTMLInputElement, base64) => {
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
  const pages: [Page, number][] = [
    [page, 1],
    [other, 2],
  ];
  await Promise.all(pages.map(([where, n]) => openStop(where, n)));
  await Promise.all(pages.map(([where]) => takeBurst(where)));
  await Promise.all(pages.map(([where, n]) => handOver(where, n)));
  await server.listen();
  for (const n of [1, 2]) await isThrough(page, n);
  expect([...server.events.values()].map(({ stamp }) => stamp.counter).sort()).toEqual([1, 2]);
  expect(
    shotsOf(server)
      .map(({ link }) => link.number)
      .sort((one, two) => one - two),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(chainBreaks(shotsOf(server), sha256)).toEqual([]);
});

test("an ended link keeps what is queued; the courier's next one sends it", { timeout: 120_000 }, async () => {
  const { server, page } = await aPhone(1);
  server.isSignedIn = false;
  await confirm(page, 1, 1);
  await page.locator(".sync.needs_link").waitFor();
  expect([server.events.size, await waiting(page).count()]).toEqual([0, 1]);
  await page.goto(`${server.url}.${"s".repeat(43)}`);
  await isThrough(page, 1);
  expect(server.events.size).toBe(1);
});

test("a new version is offered only when nothing is under way, and takes nothing away", { timeout: 120_000 }, async () => {
  const { server, open, phone, page } = await aPhone(2);
  await server.cut();
  await confirm(page, 1, 1);
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
  await isThrough(again, 1);
  await again.getByText("Hay una versión nueva").click();
  await expect.poll(() => again.evaluate(() => caches.keys()).catch(() => []), NEVER).toEqual(["courier-shell-anewerone1"]);
  await isThrough(again, 1);
});
