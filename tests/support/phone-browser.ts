// A phone's browser that can be killed: a process of its own with a profile that stays, reached over its debugging port.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser, type Page } from "playwright-core";

const ARGS = [
  ...[
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--headless=new",
  ],
  ...["--remote-debugging-port=0", "--no-first-run", "--window-size=390,844", "about:blank"],
];

export class PhoneBrowser {
  readonly #profile = mkdtempSync(path.join(tmpdir(), "phone-"));
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  /** What its pages did not catch. */
  readonly uncaught: string[] = [];
  /** `more`: arguments beside the usual ones: what its camera sees. */
  constructor(
    readonly program: string,
    readonly more: readonly string[] = [],
  ) {}

  /** Starts the browser; what the last one kept is there. */
  async open(): Promise<Page> {
    const portFile = path.join(this.#profile, "DevToolsActivePort");
    rmSync(portFile, { force: true });
    this.#process = spawn(this.program, [`--user-data-dir=${this.#profile}`, ...this.more, ...ARGS], { stdio: "ignore", detached: true });
    while (!existsSync(portFile) || !readFileSync(portFile, "utf8").includes("\n")) await pause(20);
    const [port] = readFileSync(portFile, "utf8").split("\n");
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const context = this.#browser.contexts()[0]!;
    context.setDefaultTimeout(20_000);
    context.on("weberror", (problem) => this.uncaught.push(problem.error().message));
    return context.pages()[0] ?? (await context.newPage());
  }

  /** As when the phone is switched off: what it keeps in memory for a while, like cookies, is written down. */
  async quit(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, "exit");
    const session = await this.#browser!.newBrowserCDPSession();
    await session.send("Browser.close").catch(() => undefined); // it may be gone before it answers
    await ended;
  }

  /** As when the battery dies: nothing of it is told beforehand. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, "exit");
    // With everything it has started: what lives on would still write into the profile.
    process.kill(-running.pid!, "SIGKILL");
    await ended;
    await this.#browser?.close().catch(() => undefined); // its other end is gone
  }

  async throwAway(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 });
  }
}
