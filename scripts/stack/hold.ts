import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Explained } from "../progress.mjs";

type Born = { pid: number; at: string };
type Ownership = { owner: Born; children: Born[] };

/** The file in a data folder that says whose it is. */
export const OWNERSHIP = "processes.json";

/** Another living process has the folder. */
export class Held extends Explained {}

export type Hold = { remember: (pids: number[]) => void; release: () => void };

/** When the process of this number was started: the system gives the number to another program after a while. Empty: none runs. */
function birthOf(pid: number): string {
  try {
    if (process.platform === "win32") return process.kill(pid, 0) ? "running" : "";
    if (process.platform !== "linux")
      return execFileSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()!.split(" ");
    const [state, threads, startedAt] = [fields[0], fields[17], fields[19]]; // proc(5): fields 3, 20 and 22 of all
    return state === "Z" && threads === "1" ? "" : startedAt!; // a zombie with other threads still holds its ports
  } catch {
    return ""; // no such process
  }
}

let drafts = 0;

const born = (pid: number): Born => ({ pid, at: birthOf(pid) });
const lives = ({ pid, at }: Born) => at !== "" && birthOf(pid) === at;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function read(file: string): Ownership | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Ownership;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Takes a data folder for this process; ends what an owner that was itself killed has left running there. */
export async function holdFolder(dataDir: string): Promise<Hold> {
  const file = path.join(dataDir, OWNERSHIP);
  const draft = `${file}.${process.pid}-${drafts++}`;
  const write = (pids: number[], publish: (from: string, to: string) => void) => {
    writeFileSync(draft, JSON.stringify({ owner: born(process.pid), children: pids.map(born) } satisfies Ownership));
    publish(draft, file); // whole or not at all: others read it at any moment
    rmSync(draft, { force: true });
  };
  mkdirSync(dataDir, { recursive: true });
  const before = read(file);
  if (before && lives(before.owner)) {
    throw new Held(`Already running in ${path.relative("", dataDir)} (process ${before.owner.pid}): stop that one first.`);
  }
  if (before) await endChildren(before.children).then(() => rmSync(file, { force: true }));
  try {
    write([], linkSync); // fails when the file exists
  } catch (error) {
    rmSync(draft, { force: true });
    if (codeOf(error) === "EEXIST") throw new Held(`Another process has just started in ${path.relative("", dataDir)}.`);
    throw error;
  }
  return { remember: (pids) => write(pids, renameSync), release: () => rmSync(file, { force: true }) };
}

async function endChildren(children: Born[]): Promise<void> {
  for (const child of children.filter(lives)) process.kill(child.pid, "SIGKILL");
  while (children.some(lives)) await pause(20);
}

async function whenFree(folder: string): Promise<Hold> {
  for (;;) {
    try {
      return await holdFolder(folder);
    } catch (error) {
      if (!(error instanceof Held)) throw error;
      await pause(200);
    }
  }
}

/** Does the work when no other process, nor another call of this one, does any in this folder. */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const hold = await whenFree(folder);
  return work().finally(() => hold.release());
}
