import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject, root } from "../root.ts";
import type { Settings } from "./secrets.ts";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

const END_WITH_OWNER = pathToFileURL(inProject("scripts", "stack", "end-with-owner.mjs")).href;
const GRACE_SECONDS = 15;
/** Of the caller's environment only this reaches a process of the stack: a stray DATABASE_URL of the shell does not. */
const INHERITED = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "SYSTEMROOT", "COMSPEC", "USERPROFILE", "NODE_EXTRA_CA_CERTS"];

export const inherited = (): Settings =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => INHERITED.includes(name.toUpperCase())) as [string, string][]);

export const lastLines = (file: string, count = 30): string =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : "";

/** One program of the stack with its log file. It has its own process group: a terminal's Ctrl-C reaches it only through `stop`. */
export class StackProcess {
  readonly logFile: string;
  private child: ChildProcess | undefined;
  private exit: Promise<Exit> | undefined;
  /** Is an end of the process meant? */
  private ending = false;

  constructor(
    readonly name: string,
    private readonly command: { args: string[]; env: Settings; logs: string },
    private readonly onDeath: (process: StackProcess, exit: Exit) => void,
  ) {
    this.logFile = path.join(command.logs, `${name}.log`);
  }

  start(): void {
    mkdirSync(path.dirname(this.logFile), { recursive: true });
    const log = openSync(this.logFile, "a", 0o600);
    const env: NodeJS.ProcessEnv = { NODE_ENV: "production", ...inherited(), ...this.command.env };
    const args = ["--import", END_WITH_OWNER, ...this.command.args];
    const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ["ignore", log, log, "ipc"] });
    child.channel?.unref();
    closeSync(log);
    this.ending = false;
    this.child = child;
    this.exit = new Promise((done, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        this.child = undefined;
        done({ code, signal });
        if (!this.ending) this.onDeath(this, { code, signal });
      });
    });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get alive(): boolean {
    return this.child !== undefined;
  }

  /** Sends the signal and waits for the end; the process is not given up for dead then. */
  async kill(signal: NodeJS.Signals): Promise<Exit | undefined> {
    this.ending = true;
    this.child?.kill(signal);
    return this.exit;
  }

  /** Asks to end, waits, then insists. */
  async stop(): Promise<void> {
    const insist = setTimeout(() => this.child?.kill("SIGKILL"), GRACE_SECONDS * 1000);
    await this.kill("SIGTERM");
    clearTimeout(insist);
  }

  get lastWords(): string {
    return lastLines(this.logFile);
  }
}
