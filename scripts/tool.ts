import { spawn } from "node:child_process";
import { Explained } from "./progress.mjs";
import { inProject, root } from "./root.ts";

const QUIET = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1", NO_UPDATE_NOTIFIER: "1" };

/** The beginning says what went wrong, the end what it came to. */
function shortened(output: string, lines = 40): string {
  const all = output.trim().split("\n");
  if (all.length <= lines) return all.join("\n");
  return [...all.slice(0, lines / 2), `… ${all.length - lines} lines more …`, ...all.slice(-lines / 2)].join("\n");
}

/** Runs Node with these arguments to its end; the output is shown only when it fails. */
export function runNode(args: string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...QUIET, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return done(output);
      reject(new Explained(`${shortened(output)}\n\n"node ${args.join(" ")}" ended with code ${code}.`));
    });
  });
}

/** Runs the program of an installed package, named by its file in node_modules. */
export const runTool = (file: string, args: string[], env?: Record<string, string>) =>
  runNode([inProject("node_modules", file), ...args], env);
