// node scripts/run.mjs FILE.ts [arguments]: what package.json's commands call. Node ≥ 18 and npm are enough to start it.
import { spawn } from "node:child_process";
import path from "node:path";
import { fail } from "./progress.mjs";
import { ensureRuntime, root } from "./runtime.mjs";

try {
  const { node, env } = await ensureRuntime();
  const [file, ...args] = process.argv.slice(2);
  const child = spawn(node, ["--import", "tsx", path.join(root, file), ...args], { cwd: root, env, stdio: "inherit" });
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone does not. The child takes the first, ignores the second.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1)));
} catch (error) {
  fail(error);
}
