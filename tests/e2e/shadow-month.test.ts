// A merchant looks at last month before going live: what would have been held, and where it is mended.
import { expect, test } from "vitest";
import { fullMonths, monthBounds } from "~/domain/time/month";
import { worldAt } from "../../scripts/story/world.ts";
import { anEverydayOrder, EVERY_KIND } from "../support/shadow-orders.ts";
import { DESKTOP, LOCALES, PHONE, useBrowser } from "./people/browser.ts";
import { picture } from "./people/camera.ts";
import { openApp } from "./people/merchant.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser(["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"]);
const ZONE = "America/Guayaquil";
const [month] = fullMonths(new Date(), ZONE, 1);
const EVERYDAY = 14;

/** Orders of every kind, spread over the month. */
async function aMonth(): Promise<number> {
  const { from } = monthBounds(month!, ZONE);
  const orders = [
    ...Array.from({ length: EVERYDAY }, (_none, n) => anEverydayOrder(n)),
    ...Object.values(EVERY_KIND).flatMap(({ order, then }) => (then ? [] : [order])),
  ];
  const shipping = { title: "Norte", price: "3.50" };
  for (const [index, order] of orders.entries()) {
    const placedAt = new Date(from.getTime() + (index + 1) * 20 * 3_600_000).toISOString();
    await worldAt(stackHere().urls.sandbox).placeOrder({ shipping, ...order, placedAt });
  }
  return orders.length;
}

test("from the set-up's last step to the report and on to what mends a cause; it fits a phone, in both languages", async () => {
  const merchant = await browser.visit();
  const empty = await openApp(merchant, "/app/shadow");
  await picture("shadow-month-before", merchant.page);
  await empty.getByRole("button", { name: "Ensayar el mes" }).click();
  await empty.getByText(/no hay pedidos/).waitFor();
  const orders = await aMonth();
  await (await openApp(merchant, "/app/settings")).getByRole("link", { name: "Mes de ensayo" }).first().click();
  const app = merchant.page.frameLocator("iframe.app");
  await app.getByRole("button", { name: "Ensayar de nuevo" }).click();
  await app.getByText(`${orders} pedidos revisados`).waitFor();
  expect(await app.locator(".bim-outcomes strong").allInnerTexts()).toEqual(["22", "3", "6", "1"]);
  await app.getByRole("link", { name: "Ir a Impuestos" }).first().click();
  await app.getByRole("heading", { level: 1, name: "Impuestos" }).waitFor();
  for (const [language, locale] of Object.entries(LOCALES))
    for (const [device, options] of [
      ["", { ...DESKTOP, viewport: { width: 1280, height: 2900 } }],
      ["-phone", { ...PHONE, viewport: { width: 390, height: 4200 } }],
    ] as const) {
      const visitor = await browser.visit({ ...options, locale });
      await visitor.page.goto(`${stackHere().urls.store}?lang=${language}`);
      const page = await openApp(visitor, "/app/shadow");
      await page.getByRole("heading", { level: 1, name: language === "es" ? "Mes de ensayo" : "Shadow month" }).waitFor();
      const excess = await page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
      expect(excess, `${language}${device}`).toBe(0);
      await picture(`shadow-month-${language}${device}`, visitor.page);
    }
});
