import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { findChromium } from "../../scripts/chromium.ts";
import type { Stack } from "../../scripts/stack.ts";
import type { Row } from "../row.ts";

const ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const [WIDTH, HEIGHT] = [4000, 3000];
const TIMES = 5;

/** From the shutter to the picture in the report, in a real browser with the phone's own worker: made small, looked at, hashed, chained, kept. */
export async function courierCamera(stack: Stack): Promise<Row> {
  Object.assign(process.env, stack.env);
  const { manyCouriers } = await import("../couriers.ts");
  const [courier] = await manyCouriers(1);
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: "es-EC" });
    await page.addInitScript(watchCamera);
    await page.goto(courier!.link);
    await page.locator(".sync").waitFor();
    await page.locator(".stop a.main").first().click();
    await page.locator("form:has([value=start]) button").click();
    const times: number[] = [];
    for (let n = 0; n < TIMES; n++) times.push(await taken(page, await photo(), n));
    const workers = page.workers().length;
    const bare = await decoded();
    return {
      ...{ name: `a photo of 12 megapixels processed, median of ${TIMES}`, value: median(times), unit: "ms", goal: 600, better: "lower" },
      baseline: { name: "the same decoded and made small by libvips", value: bare },
      note: `${times.map((ms) => ms.toFixed(0)).join(", ")}${workers === 0 ? ", WITHOUT A WORKER" : ""}`,
    };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: from when the camera hands a file over to when its picture is there. */
function watchCamera(): void {
  const seen: { from: number; took: number[] } = { from: 0, took: [] };
  Object.assign(globalThis, { cameraSeen: seen });
  addEventListener("change", () => (seen.from = performance.now()), true);
  new MutationObserver(() => {
    if (document.querySelectorAll(".strip .shot img").length > seen.took.length) seen.took.push(performance.now() - seen.from);
  }).observe(document, { childList: true, subtree: true });
}

async function taken(page: Page, buffer: Buffer, n: number): Promise<number> {
  await page
    .locator("form:has([value=confirm]) input[type=file]")
    .first()
    .setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer });
  await page.locator(".strip .shot img").nth(n).waitFor();
  return page.evaluate((at) => (globalThis as unknown as { cameraSeen: { took: number[] } }).cameraSeen.took[at]!, n);
}

/** As large as a telephone's camera makes it: two to four megabytes. */
const photo = (): Promise<Buffer> => {
  const grain = sharp(randomBytes(500 * 375 * 3), { raw: { width: 500, height: 375, channels: 3 } });
  return grain.resize(WIDTH, HEIGHT).jpeg({ quality: 85 }).toBuffer();
};

async function decoded(): Promise<number> {
  const bytes = await photo();
  const began = performance.now();
  await sharp(bytes).resize(1600).jpeg({ quality: 80 }).toBuffer();
  return performance.now() - began;
}

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
