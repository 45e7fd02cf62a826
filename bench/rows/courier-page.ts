import { gzipSync } from "node:zlib";
import { chromium, type CDPSession, type Page } from "playwright-core";
import { findChromium } from "../../scripts/chromium.ts";
import type { Stack } from "../../scripts/stack.ts";
import type { Row } from "../row.ts";

/** A bad line and a cheap phone, as the DevTools protocol makes them. */
const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
const STOPS = 25;
const MANY = 300;
const ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const AGENT = "Mozilla/5.0 (Linux; Android 13; SM-A145M) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

/** What a courier waits for: the list from the server, the program, the list from the phone; and how smooth three hundred stops are. */
export async function courierPage(stack: Stack): Promise<Row[]> {
  Object.assign(process.env, stack.env);
  const { manyCouriers } = await import("../couriers.ts");
  const [few] = await manyCouriers(1, STOPS);
  const [many] = await manyCouriers(1, MANY);
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ARGS });
  try {
    const visit = async () => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        userAgent: AGENT,
        hasTouch: true,
        locale: "es-EC",
      });
      const page = await context.newPage();
      return { page, devtools: await context.newCDPSession(page) };
    };
    const first = await firstLoad(await visit(), few!);
    const scrolled = await scrolling(await visit(), many!.link);
    const row = (name: string, value: number, unit: string, goal: number, baseline: Row["baseline"]): Row => ({
      ...{ name, value, unit, goal, baseline, better: "lower" },
    });
    const line = { name: "a byte there and back on this line", value: LINE.latency };
    return [
      row(`${STOPS} stops readable, links tappable`, first.readable, "ms", 2_000, line),
      row("the program has taken over", first.interactive, "ms", 5_000, line),
      row("later, from the phone", first.later, "ms", 700, line),
      row("HTML + CSS, gzip", first.bytes / 1024, "KB", 40, { name: "unpacked", value: first.unpacked / 1024 }),
      row(`longest task while ${MANY} stops scroll`, scrolled.longest, "ms", 100, { name: "while nothing is done", value: scrolled.idle }),
    ];
  } finally {
    await browser.close();
  }
}

type Visit = { page: Page; devtools: CDPSession };

async function slow(devtools: CDPSession): Promise<void> {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

async function firstLoad({ page, devtools }: Visit, { link, home }: { link: string; home: string }) {
  // The link was opened once: what is measured is the page itself, not the way to it.
  await page.route("**/courier/*.js", (route) => route.abort());
  await page.goto(link);
  await page.unroute("**/courier/*.js");
  await slow(devtools);
  const answer = await page.goto(home, { waitUntil: "commit" });
  await page
    .locator(".stop a.main")
    .nth(STOPS - 1)
    .waitFor();
  const readable = await sinceNavigation(page);
  await page.locator(".sync").waitFor();
  const interactive = await sinceNavigation(page);
  const html = await answer!.body();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(home, { waitUntil: "commit" });
  await page
    .locator(".stop a.main")
    .nth(STOPS - 1)
    .waitFor();
  return { readable, interactive, later: await sinceNavigation(page), bytes: gzipSync(html).length, unpacked: html.length };
}

const sinceNavigation = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** The longest piece of work that kept the page from answering. */
async function scrolling({ page, devtools }: Visit, link: string): Promise<{ longest: number; idle: number }> {
  await page.goto(link);
  await page.locator(".sync").waitFor();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const idle = await longestNow(page);
  for (let screen = 0; screen < 60; screen++) {
    await page.mouse.wheel(0, 700);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  return { longest: await longestNow(page), idle: Math.max(idle, 1) };
}

const longestNow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));
