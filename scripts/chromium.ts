import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { step } from "./progress.mjs";
import { inProject } from "./root.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium on this machine: CHROMIUM_PATH, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...places, ...APPLICATIONS, chromium.executablePath()].find((place) => place && existsSync(place));
}

const works = (program: string, args: string[]) =>
  spawnSync(program, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;

function install(): void {
  if (process.getuid?.() === 0 && works("apt-get", ["--version"])) {
    const installed = works("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    if (installed || (works("apt-get", ["update"]) && works("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]))) return;
  }
  works(process.execPath, [inProject("node_modules", "playwright-core", "cli.js"), "install", "chromium"]);
}

/** Finds a Chromium or installs one: the system's package as root, else Playwright's. */
export async function ensureChromium(): Promise<string | undefined> {
  if (!findChromium()) await step("Installing Chromium for the browser tests", async () => install());
  return findChromium();
}
