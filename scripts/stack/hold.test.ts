import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { holdFolder, inTurn } from "./hold.ts";
import { isTaken } from "./ports.ts";

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "hold-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const CHILD = `require("net").createServer().listen(0, function () { process.send(this.address().port); });`;

/** Another process that takes the folder and starts a child, which listens for ever; prints the child's port. */
async function otherOwner(dataDir: string) {
  const script = `
    const { holdFolder } = await import(${JSON.stringify(path.join(import.meta.dirname, "hold.ts"))});
    const { spawn } = await import("node:child_process");
    const hold = await holdFolder(${JSON.stringify(dataDir)});
    const child = spawn(process.execPath, ["-e", ${JSON.stringify(CHILD)}], { detached: true, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    hold.remember([child.pid]);
    child.once("message", (port) => { child.unref(); console.log(port); });
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(owner.stdout, "data")) as [Buffer];
  return { owner, childPort: Number(String(line)) };
}

test("a folder that a living process holds is refused; what a killed one left running is ended", async () => {
  const dataDir = folder();
  const { owner, childPort } = await otherOwner(dataDir);
  await expect(holdFolder(dataDir)).rejects.toThrow(`process ${owner.pid}`);
  owner.kill("SIGKILL");
  await once(owner, "exit");
  expect(await isTaken(childPort)).toBe(true);
  const hold = await holdFolder(dataDir);
  expect(await isTaken(childPort)).toBe(false);
  hold.release();
});

test("work in one folder is done in turn, also when one of it fails", async () => {
  const dataDir = folder();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((done) => setImmediate(done));
    seen.push(`${name} ends`);
    if (name === "first") throw new Error("broken");
  };
  await Promise.allSettled(["first", "second", "third"].map((name) => inTurn(dataDir, work(name))));
  expect(seen.filter((_line, i) => i % 2 === 0).map((line) => line.replace("begins", "ends"))).toEqual(
    seen.filter((_line, i) => i % 2 === 1),
  );
  expect(seen).toHaveLength(6);
});

test("a process whose number has been given to another program is left alone", async () => {
  const dataDir = folder();
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void bystander.kill());
  const reused = { pid: bystander.pid, at: "long ago" };
  writeFileSync(path.join(dataDir, "processes.json"), JSON.stringify({ owner: reused, children: [reused] }));
  const hold = await holdFolder(dataDir);
  expect(bystander).toMatchObject({ exitCode: null, signalCode: null });
  hold.release();
});
