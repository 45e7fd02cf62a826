// A courier in a basement: the server is really gone, the browser is really killed.
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { chainBreaks } from "../../app/domain/phone-event/chain.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { PhoneBrowser } from "../support/phone-browser.ts";
import { PhoneServer } from "../support/phone-server.ts";

const DELIVERIES = 25;
const PHOTOS = 3;

async function confirm(page: Page, n: number, photos = PHOTOS): Promise<void> {
  const stop = page.locator(".stop").filter({ has: page.locator(".order", { hasText: new RegExp(`^#${1000 + n}$`) }) });
  await stop.locator("button.main").click();
  for (let taken = 0; taken < photos; taken++) {
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: await doorPhoto(n * PHOTOS + taken) });
    await page.locator(`[data-drafts="${taken + 1}"]`).waitFor();
  }
  await page.locator("[name=receivedBy]").fill("Portería");
  await page.locator("button.main").click();
  await stop.and(page.locator("[data-event=waiting]")).waitFor();
}

const isShellKept = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === "activated");

test(
  "offline from a cold start, 25 deliveries with three photos each, the browser killed twice: all of it arrives once",
  { timeout: 300_000 },
  async () => {
    const server = new PhoneServer(DELIVERIES);
    await server.listen();
    const phone = new PhoneBrowser(inject("chromium"));
    onTestFinished(async () => {
      await phone.throwAway();
      await server.cut();
    });
    let page = await phone.open();
    await page.goto(server.url);
    await page
      .locator(".stop")
      .nth(DELIVERIES - 1)
      .waitFor();
    await expect.poll(() => isShellKept(page)).toBe(true);

    await phone.kill();
    await server.cut();
    page = await phone.open();
    await page.goto(server.url);
    for (let n = 1; n <= 9; n++) await confirm(page, n);
    await phone.kill();
    page = await phone.open();
    await page.goto(server.url);
    for (let n = 10; n <= 17; n++) await confirm(page, n);
    await phone.kill();
    page = await phone.open();
    await page.goto(server.url);
    expect(await page.locator("[data-event=waiting]").count()).toBe(17);
    for (let n = 18; n <= DELIVERIES; n++) await confirm(page, n);

    await server.listen();
    const back = Date.now();
    await expect.poll(() => server.events.size, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(Date.now() - back).toBeLessThan(10_000);
    await page
      .locator('[data-event=applied][data-photos="3/3"]')
      .nth(DELIVERIES - 1)
      .waitFor({ timeout: 60_000 });
    const confirmed = [...server.events.values()].map(({ deliveryId }) => deliveryId);
    expect([confirmed.length, new Set(confirmed).size, [...server.arrivals.values()].filter((times) => times > 1)]).toEqual([
      DELIVERIES,
      DELIVERIES,
      [],
    ]);
    const photos = [...server.photos.values()];
    expect([photos.length, photos.every(({ isWhole }) => isWhole), server.spoilt]).toEqual([DELIVERIES * PHOTOS, true, []]);
    const shots = [...server.events.values()].flatMap((event) => (event.kind === "confirm" ? event.photos : []));
    expect(chainBreaks(shots, (text) => createHash("sha256").update(text).digest("hex"))).toEqual([]);
  },
);
