import type { FrameLocator } from "playwright-core";
import type { Visitor } from "./browser.ts";
import { stackHere } from "./stack.ts";

const handle = "/apps/bimcommerce";

/** Opens a page of the app inside the admin, which is another site than the app. */
export async function openApp({ page }: Visitor, path = ""): Promise<FrameLocator> {
  await page.goto(`${stackHere().urls.admin}${path ? handle + path : ""}`);
  const app = page.frameLocator("iframe.app");
  await app.locator(".Polaris-Page h1").first().waitFor();
  return app;
}

/** From the order desk to the order's page. */
export async function openOrder(merchant: Visitor, name: string): Promise<FrameLocator> {
  const app = await openApp(merchant, "/app");
  await app.getByRole("link", { name, exact: true }).click();
  await app.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
  return app;
}

/** The courier's link, as the merchant finds it on the courier's page. */
export async function courierLink(merchant: Visitor, courier: string): Promise<string> {
  const app = await openApp(merchant, "/app/couriers");
  await app.getByRole("link", { name: courier }).click();
  const link = app.locator("a.bim-key");
  return (await link.getAttribute("href"))!;
}

/** A new courier; returns when the page shows the link that the app made. */
export async function addCourier(merchant: Visitor, name: string): Promise<FrameLocator> {
  const app = await openApp(merchant, "/app/couriers/new");
  await app.locator("[name=name]").fill(name);
  await app.locator("[name=email]").fill("repartidora@example.com");
  await app.locator("[name=phone]").fill("+593 99 765 4321");
  await app.getByRole("button", { name: "Guardar" }).click();
  await app.locator("a.bim-key").waitFor();
  return app;
}

/** What a page says in its lists of facts: label → value; of equal labels the first, which stands in the more important card. */
export async function factsOf(app: FrameLocator): Promise<Record<string, string>> {
  const rows = app.locator(".bim-facts > div");
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((all: HTMLElement[]) =>
    all.map((row) => [row.querySelector("dt")!.innerText, row.querySelector("dd")!.innerText.replaceAll("\u00a0", " ")]),
  );
  return Object.fromEntries(texts.reverse()) as Record<string, string>;
}

/** On a courier's page: the language of their pages from now on. */
export async function speaks({ page }: Visitor, language: string): Promise<void> {
  const app = page.frameLocator("iframe.app");
  await app.locator("[name=locale]").selectOption(language);
  await app.getByRole("button", { name: "Guardar" }).click();
  await app.getByText("Guardado", { exact: true }).waitFor();
}
