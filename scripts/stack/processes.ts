import { inProject } from "../root.ts";
import type { Hold } from "./hold.ts";
import { untilHealthy, type Health } from "./health.ts";
import type { Ports } from "./ports.ts";
import { StackProcess, type Exit } from "./process.ts";
import type { Settings } from "./secrets.ts";

const NAMES = ["sandbox", "web", "worker"] as const;
export type NodeProcessName = (typeof NAMES)[number];
export type Death = { name: string; exit: Exit; lastWords: string; logFile: string };

type Context = { dataDir: string; ports: Ports; env: Settings; hold: Hold; signal?: AbortSignal };

/** Answers at all: it is well only when the app, which starts later, is installed in its shop. */
const listens = (status: number) => status !== 0;

/** The three programs of the stack. */
export class Processes {
  readonly died: Promise<Death>;
  private readonly all: Record<NodeProcessName, StackProcess>;

  constructor(private readonly context: Context) {
    const { dataDir, env, ports } = context;
    const logs = `${dataDir}/logs`;
    let tell = (_process: StackProcess, _exit: Exit): void => undefined;
    this.died = new Promise((done) => {
      tell = (process, exit) => done({ name: process.name, exit, lastWords: process.lastWords, logFile: process.logFile });
    });
    const make = (name: NodeProcessName, args: string[], settings: Settings = {}) =>
      new StackProcess(name, { args, logs, env: { ...env, ...settings } }, tell);
    // As "npm start" does: with room for what is young, a rate request waits less often for memory to be swept (p99 at 1,500 zones).
    const server = ["--max-semi-space-size=64", "--enable-source-maps", inProject("build", "server.js")];
    this.all = {
      sandbox: make("sandbox", ["--import", "tsx", inProject("sandbox", "server.ts")]),
      web: make("web", server, { ROLE: "web" }),
      worker: make("worker", server, { ROLE: "worker", PORT: String(ports.worker) }),
    };
  }

  private untilWell(name: NodeProcessName, healthy?: Health["healthy"]): Promise<void> {
    const { ports, signal } = this.context;
    const url = `http://127.0.0.1:${ports[name]}${name === "sandbox" ? "/sandbox/health" : "/healthz"}`;
    return untilHealthy({ url, process: this.all[name], healthy, signal });
  }

  async start(name: NodeProcessName): Promise<void> {
    this.all[name].start();
    this.context.hold.remember(Object.values(this.all).flatMap(({ pid }) => pid ?? []));
    await this.untilWell(name, name === "sandbox" ? listens : undefined);
  }

  async startAll(): Promise<void> {
    await Promise.all(NAMES.map((name) => this.start(name)));
  }

  /** The whole is well: every part of the sandbox listens and the app is installed in its shop. */
  untilInstalled = () => this.untilWell("sandbox");

  async kill(name: NodeProcessName, signal: NodeJS.Signals): Promise<void> {
    await this.all[name].kill(signal);
  }

  async stop(): Promise<void> {
    await Promise.all([this.all.web.stop(), this.all.worker.stop()]);
    await this.all.sandbox.stop();
  }
}
