// A merchant says by collection how the law taxes products: found in Shopify by its title, chosen, shown, taken away.
import { expect, test } from "vitest";
import { DESKTOP, LOCALES, PHONE, useBrowser } from "./people/browser.ts";
import { picture } from "./people/camera.ts";
import { openApp } from "./people/merchant.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser(["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"]);

test.each(Object.entries(LOCALES).flatMap(([language, locale]) => [false, true].map((isPhone) => ({ language, locale, isPhone }))))(
  "a rule by collection, $language, phone: $isPhone",
  async ({ language, locale, isPhone }) => {
    const options = isPhone
      ? { ...PHONE, viewport: { width: 390, height: 3000 } }
      : { ...DESKTOP, viewport: { width: 1280, height: 2200 } };
    const merchant = await browser.visit({ ...options, locale });
    await merchant.page.goto(`${stackHere().urls.store}?lang=${language}`);
    const app = await openApp(merchant, "/app/taxes");
    const [find, search, save, remove] =
      language === "es"
        ? ["Buscar colección", "Buscar", "Guardar regla", "Quitar"]
        : ["Find a collection", "Search", "Save rule", "Remove"];
    await app.getByLabel(find!).fill("choc");
    await app.getByRole("button", { name: search, exact: true }).last().click();
    const form = app.locator("form", { has: app.locator("select[name=collection]") });
    await form.locator("select[name=collection]").selectOption({ label: "Café y chocolate" });
    await form.locator("[name=vat]").selectOption("iva:15");
    await form.getByRole("button", { name: save }).click();
    const rule = app.locator(".bim-taxes .bim-row", { hasText: "Café y chocolate" });
    await rule.waitFor();
    await form.waitFor({ state: "detached" });
    expect(await app.getByLabel(find!).count(), "begun anew, once").toBe(1);
    const excess = await app.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(excess, "pixels beyond the window").toBe(0);
    await picture(`tax-rules-${language}${isPhone ? "-phone" : ""}`, merchant.page);
    await rule.getByRole("button", { name: remove }).click();
    await rule.waitFor({ state: "detached" });
  },
);
