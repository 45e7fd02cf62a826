// What a phone can keep, when it can keep nothing, and when it is taken away.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chainBreaks } from "../../app/domain/phone-event/chain.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { metafield } from "../../scripts/story/world.ts";
import { useBrowser } from "./people/browser.ts";
import {
  NEVER,
  LONG,
  sha256,
  aPhone,
  doneOf,
  confirmForm,
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
  const { phone, home, names, world } = await aCourierOut(browser, 1);
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
