import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { bundle, mapStyles } from "~/courier/bundle";
import type { Locale } from "~/i18n/locale";
import { inProject } from "../../../scripts/root.ts";

const ADDRESS = "https://gallery.test/";
/** What is out of sight is looked at too. */
const ALL_LAID_OUT = ".stops > li { content-visibility: visible !important }";

/** Built as the phone's own program is. */
const script = async () => bundle("../../../tests/e2e/gallery/main.tsx", { define: { MAP_STYLES: await mapStyles() } });

/** The courier's pages with their own style and a phone that only seems to be one: no server, every state. */
export async function openGallery(page: Page): Promise<(scene: string, locale: Locale) => Promise<void>> {
  const css = readFileSync(inProject("app/courier/courier.css"), "utf8");
  const body = `<!doctype html><html><head><meta charset="utf-8"><title>BIMCommerce</title><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
    <style>${css}${ALL_LAID_OUT}</style></head><body></body></html>`;
  // What is not the page is a picture.
  await page.route(`${ADDRESS}**`, (route) =>
    new URL(route.request().url()).pathname === "/"
      ? route.fulfill({ contentType: "text/html", body })
      : route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>' }),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: await script() });
  return (scene, locale) => page.evaluate(([name, language]) => globalThis.show(name, language), [scene, locale] as const);
}
