import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Explained } from "../progress.mjs";

type Born = { pid: number; at: string };
type Held = { owner: Born; children: Born[] };

export type Hold = { remember: (pids: number[]) => void; release: () => void };

/** When the process of this number was started: the system gives the number to another program after a while. Empty: none runs. */
function birthOf(pid: number): string {
  try {
    if (process.platform === "win32") return process.kill(pid, 0) ? "running" : "";
    if (process.platform !== "linux")
      return execFileSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()!.split(" ");
    return fields[0] === "Z" ? "" : fields[19]!; // proc(5): field 22 of all, in ticks since the machine's start
  } catch {
    return ""; // no such process
  }
}

const born = (pid: number): Born => ({ pid, at: birthOf(pid) });
const lives = ({ pid, at }: Born) => at !== "" && birthOf(pid) === at;

/** Takes a data folder for this process; ends what an owner that was itself killed has left running there. */
export async function holdFolder(dataDir: string): Promise<Hold> {
  const file = path.join(dataDir, "processes.json");
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(file)) {
    const { owner, children } = JSON.parse(readFileSync(file, "utf8")) as Held;
    if (lives(owner)) throw new Explained(`Already running in ${path.relative("", dataDir)} (process ${owner.pid}): stop that one first.`);
    for (const child of children.filter(lives)) process.kill(child.pid, "SIGKILL");
    while (children.some(lives)) await pause(20);
  }
  const write = (pids: number[]) =>
    writeFileSync(file, JSON.stringify({ owner: born(process.pid), children: pids.map(born) } satisfies Held));
  write([]);
  return { remember: write, release: () => rmSync(file, { force: true }) };
}
