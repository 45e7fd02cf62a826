// Every page, on a phone as on a desk: it fits, it says nothing in the console, and it needs no third-party storage. The courier's can be read, hit, heard
// and typed through.
import type { BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { whatIsInTheWay } from "./gallery/in-the-way.ts";
import { whatLooksWrong } from "./gallery/looks.ts";
import { openGallery } from "./gallery/open.ts";
import { SCENES } from "./gallery/scenes.tsx";
import { LOCALES, PHONE, useBrowser, visitWithoutThirdPartyStorage } from "./people/browser.ts";
import { openStop, setOut } from "./people/courier.ts";
import { courierLink, factsOf, openApp, openOrder } from "./people/merchant.ts";
import { orderOf } from "./people/orders.ts";
import { stackHere } from "./people/stack.ts";

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
    await merchant.page.goto(`${stackHere().urls.store}?lang=${language}`);
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
  const { page } = courier;
  const look = async (what: string, title: string) => {
    expect(await whatSticksOut(page), what).toEqual([]);
    expect(await whatIsInTheWay(page), what).toEqual([]);
    expect(await page.title(), what).toBe(title);
  };
  await page.goto(await courierLink(merchant, courierName!));
  await look("list", "Mis entregas");
  await page.locator(".cash-strip").click();
  await page.locator(".totals").waitFor();
  await look("money", "Mi dinero");
  expect(await page.locator(":focus").textContent(), "who listens begins at the top").toBe("Mi dinero");
  await page.goBack();
  await page.locator("a[href$='/map']").click();
  await page.locator(".map[aria-busy=false]").waitFor();
  await look("map", "Mapa de hoy");
  expect(await page.locator(":focus").textContent(), "who listens begins at the top").toBe("Mapa de hoy");
  await page.goBack();
  await openStop(courier, name);
  await look("delivery", `${name} · Mis entregas`);
  expect(await page.locator(":focus").textContent(), "who listens begins at the top").toBe(name);
  await setOut(courier);
  await page.locator("details.panel summary").click();
  await look("forms", `${name} · Mis entregas`);
});

/** The pages of tests/e2e/gallery: in every state, with the longest words. */
const onPhone = (width: number, more: BrowserContextOptions = {}) =>
  browser.visit({ ...PHONE, viewport: { width, height: 740 }, deviceScaleFactor: 1, ...more });

test.each([
  { language: "es", width: 360, letters: "100%" },
  { language: "es", width: 320, letters: "100%" },
  { language: "es", width: 360, letters: "200%" },
  { language: "en", width: 360, letters: "100%" },
  { language: "en", width: 320, letters: "100%" },
  { language: "en", width: 360, letters: "200%" },
] as const)("everything can be read and hit at $width px with letters of $letters, $language", async ({ language, width, letters }) => {
  const { page } = await onPhone(width);
  const show = await openGallery(page);
  await page.addStyleTag({ content: `html { font-size: ${letters} }` });
  for (const scene of Object.keys(SCENES)) {
    await show(scene, language);
    expect(await whatLooksWrong(page), scene).toEqual([]);
  }
});

test.each([
  { language: "es", colorScheme: "light" },
  { language: "en", colorScheme: "dark" },
] as const)("nothing is in the way of who listens, or sees little, $language, $colorScheme", async ({ language, colorScheme }) => {
  const { page } = await onPhone(360, { colorScheme });
  const show = await openGallery(page);
  for (const scene of Object.keys(SCENES).filter((name) => name !== "list-300")) {
    await show(scene, language);
    expect(await whatIsInTheWay(page), scene).toEqual([]);
  }
});

test.each(["es", "en"] as const)("whoever opens the list sees without scrolling whom to call at first, %s", async (language) => {
  const { page } = await onPhone(360);
  const show = await openGallery(page);
  for (const scene of ["list-ordinary", "list-before-shift"]) {
    await show(scene, language);
    // As it opens: what the gallery unfolds to be looked at is folded.
    const bottom = await page.evaluate(async () => {
      document.querySelectorAll("details").forEach((one) => (one.open = false));
      document.querySelectorAll<HTMLElement>("button[aria-expanded=true]").forEach((one) => one.click());
      await new Promise(requestAnimationFrame);
      return document.querySelector(".stops address strong")!.getBoundingClientRect().bottom;
    });
    expect(bottom, scene).toBeLessThan(740);
  }
});

test("the keyboard goes on from where it was", async () => {
  const { page } = await onPhone(360);
  const show = await openGallery(page);
  const press = async (name: RegExp, goesTo: string) => {
    await page.getByRole("button", { name }).first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.outerHTML ?? "")).toMatch(goesTo);
  };
  await show("list", "es");
  await press(/^Pausar$/, 'value="shift_pause"');
  await press(/^#1001: después$/, 'value="down"');
  await show("stop-confirm", "es");
  await press(/^Quitar: Foto 1$/, 'type="file"');
  await press(/^No puede firmar$/, "Sí va a firmar");
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
