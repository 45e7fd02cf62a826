import { spawn } from "node:child_process";
import { Explained } from "./progress.mjs";
import { inProject, root } from "./root.ts";

const QUIET = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1", NO_UPDATE_NOTIFIER: "1" };

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
      reject(new Explained(`${output.trim().split("\n").slice(-40).join("\n")}\n\n"node ${args.join(" ")}" ended with code ${code}.`));
    });
  });
}

/** Runs the program of an installed package, named by its file in node_modules. */
export const runTool = (file: string, args: string[], env?: Record<string, string>) =>
  runNode([inProject("node_modules", file), ...args], env);
