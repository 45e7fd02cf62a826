import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { dataOfRun } from "./stack.ts";

const ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
// Shopify's library answers what calls itself headless with 410 Gone.
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 }, userAgent: CHROME };
export const PHONE: BrowserContextOptions = {
  ...{ viewport: { width: 390, height: 844 }, userAgent: ANDROID, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
export const LOCALES = { es: "es-EC", en: "en-US" } as const;
export type Language = keyof typeof LOCALES;

/** A person at a page. What the page complains of (uncaught errors, console errors) fails the test, unless it was expected. */
export type Visitor = { page: Page; context: BrowserContext; expectsComplaint: (about: RegExp) => void };

/** Far beyond what any state takes; what never comes is named instead of running into the test's own limit. */
const NEVER_MS = 20_000;

function watch(context: BrowserContext): { complaints: () => string[]; expectsComplaint: (about: RegExp) => void } {
  context.setDefaultTimeout(NEVER_MS);
  const heard: string[] = [];
  const expected: RegExp[] = [];
  context.on("weberror", (problem) => heard.push(`uncaught: ${problem.error().stack ?? problem.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
  return {
    complaints: () => heard.filter((text) => !expected.some((about) => about.test(text))),
    expectsComplaint: (about) => void expected.push(about),
  };
}

/** Of a test that failed: what its pages show, in words and as pictures. */
async function tellWhatIsSeen(context: BrowserContext): Promise<void> {
  const folder = path.join(dataOfRun(), "pictures");
  mkdirSync(folder, { recursive: true });
  for (const page of context.pages()) {
    const file = path.join(folder, `failed-${randomUUID()}.png`);
    await page.screenshot({ path: file, fullPage: true });
    process.stdout.write(`--- ${page.url()} showed (${file}):\n${await page.locator("body").innerText()}\n---\n`);
  }
}

/** One browser for the file; each visit is another person, with cookies of their own. */
export function useBrowser(args: string[] = []) {
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  beforeAll(async () => void (browser = await chromium.launch({ executablePath: inject("chromium"), args: [...ARGS, ...args] })));
  afterAll(() => browser.close());

  return {
    async visit(options: BrowserContextOptions = {}): Promise<Visitor> {
      const context = await browser.newContext({ locale: LOCALES.es, timezoneId: "America/Guayaquil", ...DESKTOP, ...options });
      const { complaints, expectsComplaint } = watch(context);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === "fail") await tellWhatIsSeen(context);
        await context.close();
        expect(complaints(), "what the pages complained of").toEqual([]);
      });
      return { page: await context.newPage(), context, expectsComplaint };
    },
  };
}

/** A browser whose owner has blocked third-party storage, as private windows do. */
export async function visitWithoutThirdPartyStorage(): Promise<Visitor> {
  const profile = mkdtempSync(path.join(tmpdir(), "profile-"));
  mkdirSync(path.join(profile, "Default"));
  const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
  writeFileSync(path.join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  const settings = { executablePath: inject("chromium"), args: ARGS, locale: LOCALES.es, ...DESKTOP };
  const context = await chromium.launchPersistentContext(profile, settings);
  const { complaints, expectsComplaint } = watch(context);
  onTestFinished(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
    expect(complaints(), "what the pages complained of").toEqual([]);
  });
  return { page: context.pages()[0] ?? (await context.newPage()), context, expectsComplaint };
}
