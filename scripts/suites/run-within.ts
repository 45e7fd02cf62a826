import { spawn } from "node:child_process";
import { root } from "../root.ts";

export type Ended = { code: number | null; output: string; overBudget: boolean };
export type Command = { args: string[]; seconds: number; env?: Record<string, string>; live?: boolean };

const DRAIN_MS = 3000;

const running = new Set<number>();

/** Ends the process groups of all suites at work. */
export function endSuites(signal: NodeJS.Signals): void {
  for (const pid of running) {
    try {
      process.kill(-pid, signal);
    } catch {
      running.delete(pid); // it has just ended by itself
    }
  }
}

/** Runs Node with these arguments in a process group of its own; when its time is over the whole group is killed. */
export function runWithin({ args, seconds, env = {}, live = false }: Command): Promise<Ended> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let overBudget = false;
    const take = (chunk: Buffer) => {
      output += String(chunk);
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", reject);
    if (child.pid) running.add(child.pid);
    const clock = setTimeout(() => {
      overBudget = true;
      process.kill(-child.pid!, "SIGKILL");
    }, seconds * 1000);
    child.once("exit", () => {
      clearTimeout(clock);
      // Something the child has left behind may hold its output open for ever.
      setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream.destroy()), DRAIN_MS).unref();
    });
    child.once("close", (code) => {
      running.delete(child.pid!);
      done({ code, output, overBudget });
    });
  });
}
