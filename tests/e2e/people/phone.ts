import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, inject, onTestFinished } from "vitest";
import { doorPhoto } from "../../../scripts/story/photo.ts";
import { sampleOrder } from "../../../scripts/story/sample-orders.ts";
import { worldAt } from "../../../scripts/story/world.ts";
import { Line } from "../../support/cut-line.ts";
import { PhoneBrowser } from "../../support/phone-browser.ts";
import { PhoneServer } from "../../support/phone-server.ts";
import { courierLink } from "./merchant.ts";
import { untilAssigned } from "./orders.ts";
import { stackHere } from "./stack.ts";
import type { useBrowser } from "./browser.ts";

type Browser = ReturnType<typeof useBrowser>;

export const PHOTOS = 3;
/** Far beyond what any state takes. */
export const NEVER = { timeout: 20_000 };
export const LONG = { timeout: 60_000 };
export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export type Extras = { more?: PhoneServer["more"]; rules?: PhoneServer["rules"]; args?: readonly string[]; hasWorker?: boolean };
export async function aPhone(deliveries: number, { more = () => ({}), rules = {}, args = [], hasWorker = true }: Extras = {}) {
  const server = new PhoneServer(deliveries);
  Object.assign(server, { more, rules, hasWorker });
  await server.listen();
  const phone = new PhoneBrowser(inject("chromium"), args);
  onTestFinished(async () => {
    await phone.throwAway();
    await server.cut();
    expect(phone.uncaught, "what its pages did not catch").toEqual([]);
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

export const untilItOpensWithoutSignal = (page: Page) =>
  expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), NEVER).toBe("activated");

export const exactly = (name: string) => new RegExp(`^${name}$`);
export const stopOf = (page: Page, name: string) =>
  page.locator(".stop").filter({ has: page.locator(".order", { hasText: exactly(name) }) });
export const doneOf = (page: Page, name: string) => page.locator(".done li").filter({ has: page.locator("a", { hasText: exactly(name) }) });
export const confirmForm = (page: Page) => page.locator("form:has([value=confirm])");
export const camera = (page: Page) => confirmForm(page).locator("input[type=file]").first();

/** A picture of its own for each photo of each order. */
export const pictureOf = (name: string, taken: number) => doorPhoto(Number(name.slice(1)) * PHOTOS + taken);

export async function takePhotos(page: Page, name: string, { from = 0, to = PHOTOS, picture = pictureOf } = {}): Promise<void> {
  for (let taken = from; taken < to; taken++) {
    const buffer = await picture(name, taken);
    await camera(page).setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer });
    await page.locator(".shot").nth(taken).waitFor();
    await keepDoubtful(page);
  }
}

/** The pictures of these tests are drawn, and look alike. */
export async function keepDoubtful(page: Page): Promise<void> {
  const keep = page.getByRole("button", { name: "Es aquí: usarla" });
  while ((await keep.count()) > 0) await keep.first().click();
}

/** Sets out, where that was not done yet. */
export async function openStop(page: Page, name: string): Promise<void> {
  await stopOf(page, name).locator("a.main").click();
  await page.locator("main > .line .order", { hasText: name }).waitFor();
  if ((await camera(page).count()) === 0) await page.locator("form:has([value=start]) button").click();
  await camera(page).waitFor({ state: "attached" });
}

export async function handOver(page: Page, name: string): Promise<void> {
  await page.locator("[name=receivedBy]").fill("Portería");
  await confirmForm(page).locator("button.main").click();
  await doneOf(page, name).locator(".light").first().waitFor();
}

export async function confirm(page: Page, name: string, photos = PHOTOS): Promise<void> {
  await openStop(page, name);
  await takePhotos(page, name, { to: photos });
  await handOver(page, name);
}

export const shotsOf = ({ events }: PhoneServer) => [...events.values()].flatMap((event) => (event.kind === "confirm" ? event.photos : []));
/** Both lights: the report, and its photos. */
export const isThrough = (page: Page, name: string) => doneOf(page, name).locator(".light.sent").nth(1).waitFor(LONG);
export const waiting = (page: Page) => page.locator(".done .light.waiting").filter({ hasText: "Por enviar" });

/** A product's courier with so many deliveries, on a phone that has been at their page once, at the end of a line that can be cut. */
export async function aCourierOut(browser: Browser, deliveries: number) {
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
    expect(phone.uncaught, "what its pages did not catch").toEqual([]);
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

/** A picture that no shrinking makes small. */
export const noise = () =>
  sharp({ create: { width: 1000, height: 750, channels: 3, background: "#777", noise: { type: "gaussian", mean: 100, sigma: 25 } } })
    .jpeg({ quality: 90 })
    .toBuffer();
