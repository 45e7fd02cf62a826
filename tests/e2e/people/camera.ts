import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { inProject } from "../../../scripts/root.ts";
import { dataOfRun } from "./stack";

/** The pictures that the README and the guides show; the others are for looking through. */
const SHOWN = ["store", "checkout", "order-desk", "order", "courier", "ride", "mail"];
const LARGEST_BYTES = 250_000;

const folderFor = (name: string): string =>
  process.env.UPDATE_PICTURES && SHOWN.includes(name) ? inProject("docs", "pictures") : path.join(dataOfRun(), "pictures");

async function keep(name: string, png: Buffer): Promise<void> {
  const small = await sharp(png).png({ palette: true, quality: 95, effort: 7 }).toBuffer();
  if (SHOWN.includes(name)) expect(small.length, `${name}.png is small enough to be loaded with a page`).toBeLessThan(LARGEST_BYTES);
  mkdirSync(folderFor(name), { recursive: true });
  writeFileSync(path.join(folderFor(name), `${name}.png`), small);
}

/** Images are there and what was last drawn has been painted, in the frames too. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  for (const frame of page.frames()) {
    // A frame without scripts (the mail's body) can't tell when it has painted.
    const isMute =
      frame !== page.mainFrame() && (await (await frame.frameElement()).getAttribute("sandbox"))?.includes("allow-scripts") === false;
    if (isMute) continue;
    await frame.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode()));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
  }
}

/** A picture of what the page shows; `whole` = down to its end. */
export async function picture(name: string, page: Page, { whole = false } = {}): Promise<void> {
  await settled(page);
  await keep(name, await page.screenshot({ fullPage: whole, animations: "disabled" }));
}

/** A picture of a PDF's first page; false where `pdftoppm` is missing. */
export async function pictureOfPdf(name: string, pdf: Buffer): Promise<boolean> {
  const { error, stdout, status } = spawnSync("pdftoppm", ["-png", "-r", "84", "-singlefile", "-"], { input: pdf, maxBuffer: 50_000_000 });
  if (error && "code" in error && error.code === "ENOENT") return false;
  expect(status).toBe(0);
  await keep(name, stdout);
  return true;
}
