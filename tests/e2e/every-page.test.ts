// Every page, on a phone as on a desk: it fits, it says nothing in the console, and it needs no third-party storage.
import type { FrameLocator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { LOCALES, PHONE, useBrowser, visitWithoutThirdPartyStorage } from "./people/browser.ts";
import { openStop, setOut } from "./people/courier.ts";
import { courierLink, factsOf, openApp, openOrder } from "./people/merchant.ts";
import { orderOf } from "./people/orders.ts";

const browser = useBrowser();
const ADMIN_PAGES = [
  "/app",
  "/app/documents",
  "/app/series",
  "/app/zones",
  "/app/zones/new",
  "/app/couriers",
  "/app/couriers/new",
  "/app/settlements",
  "/app/settings",
  "/app/taxes",
  "/app/places",
  "/app/shadow",
];

/** What sticks out to the right, by name; nothing when all fits. */
const whatSticksOut = (place: Page | FrameLocator): Promise<string[]> =>
  place.locator("html").evaluate((root) => {
    if (root.scrollWidth <= root.clientWidth) return [];
    const tooWide = [...root.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    return [`${root.scrollWidth} px of ${root.clientWidth}`, ...tooWide.map((one) => `${one.tagName}.${one.getAttribute("class")}`)];
  });

test("every page of the admin fits a phone, in both languages", async () => {
  const { name } = await orderOf();
  for (const [language, locale] of Object.entries(LOCALES)) {
    const merchant = await browser.visit({ ...PHONE, locale });
    await merchant.page.goto(`${inject("stack").urls.store}?lang=${language}`);
    for (const path of ADMIN_PAGES) expect(await whatSticksOut(await openApp(merchant, path)), `${path} in ${language}`).toEqual([]);
    expect(await whatSticksOut(await openOrder(merchant, name)), `order in ${language}`).toEqual([]);
    await courierLink(merchant, "Ana Torres");
    expect(await whatSticksOut(merchant.page.frameLocator("iframe.app")), `courier in ${language}`).toEqual([]);
  }
});

test("every page of the courier fits a phone", async () => {
  const { name } = await orderOf({ payment: "cash_on_delivery" });
  const merchant = await browser.visit();
  const { Repartidor: courierName } = await factsOf(await openOrder(merchant, name));
  const courier = await browser.visit(PHONE);
  await courier.page.goto(await courierLink(merchant, courierName!));
  expect(await whatSticksOut(courier.page), "list").toEqual([]);
  await courier.page.locator(".cash-strip").click();
  await courier.page.locator(".totals").waitFor();
  expect(await whatSticksOut(courier.page), "money").toEqual([]);
  await courier.page.goBack();
  await courier.page.locator("a[href$='/map']").click();
  await courier.page.locator(".map[aria-busy=false]").waitFor();
  expect(await whatSticksOut(courier.page), "map").toEqual([]);
  await courier.page.goBack();
  await openStop(courier, name);
  expect(await whatSticksOut(courier.page), "delivery").toEqual([]);
  await setOut(courier);
  await courier.page.locator("details.panel summary").click();
  expect(await whatSticksOut(courier.page), "forms").toEqual([]);
});

test("the app works in the admin where third-party storage is blocked", async () => {
  const merchant = await visitWithoutThirdPartyStorage();
  const app = await openApp(merchant);
  const storage = await app.locator("html").evaluate(() => {
    try {
      return window.sessionStorage.length >= 0 ? "open" : "";
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(storage, "else this test proves nothing").toBe("SecurityError");
  for (const path of ADMIN_PAGES) await openApp(merchant, path);
  await (await openApp(merchant, "/app/couriers")).getByRole("link", { name: "Ana Torres" }).click();
  await merchant.page.frameLocator("iframe.app").locator(".bim-qr svg").waitFor();
});
