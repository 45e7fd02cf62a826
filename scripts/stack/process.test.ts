import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { isTaken } from "./ports.ts";
import { lastLines, StackProcess } from "./process.ts";

function aProcess(script: string) {
  const logs = mkdtempSync(path.join(tmpdir(), "process-"));
  onTestFinished(() => rmSync(logs, { recursive: true, force: true }));
  const deaths: string[] = [];
  const one = new StackProcess("web", { args: ["-e", script], env: { GREETING: "hola" }, logs }, ({ name }, { code, signal }) =>
    deaths.push(`${name} ${code ?? signal}`),
  );
  return { one, deaths };
}

test("an end nobody asked for is told, with the process's last words", async () => {
  const { one, deaths } = aProcess("console.error('no certificate'); process.exit(3)");
  one.start();
  await vi.waitFor(() => expect(deaths).toEqual(["web 3"]));
  expect(one.lastWords).toBe("no certificate");
  expect(one.alive).toBe(false);
});

test("an end that was asked for is not told, and the process can start again", async () => {
  const { one, deaths } = aProcess("console.log(process.env.GREETING); setInterval(() => {}, 1000)");
  one.start();
  await vi.waitFor(() => expect(one.lastWords).toBe("hola"));
  expect(await one.kill("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
  one.start();
  await vi.waitFor(() => expect(one.lastWords).toBe("hola\nhola"));
  await one.stop();
  expect(deaths).toEqual([]);
});

test("settings of the caller's shell don't reach it", async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://somebody-elses");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { one } = aProcess("console.log(process.env.DATABASE_URL)");
  one.start();
  await vi.waitFor(() => expect(one.lastWords).toBe("undefined"));
});

test("when its owner is killed, it is asked to end", async () => {
  const logs = mkdtempSync(path.join(tmpdir(), "owner-"));
  onTestFinished(() => rmSync(logs, { recursive: true, force: true }));
  const server = `require("net").createServer().listen(0, function () { console.log(this.address().port); })`;
  const script = `
    const { StackProcess } = await import(${JSON.stringify(path.join(import.meta.dirname, "process.ts"))});
    new StackProcess("web", { args: ["-e", ${JSON.stringify(server)}], env: {}, logs: ${JSON.stringify(logs)} }, () => {}).start();
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: "inherit" });
  const port = await vi.waitFor(() => {
    const line = lastLines(path.join(logs, "web.log"));
    expect(line).toMatch(/^[0-9]+$/);
    return Number(line);
  }, 10_000);
  expect(await isTaken(port)).toBe(true);
  owner.kill("SIGKILL");
  await once(owner, "exit");
  await vi.waitFor(async () => expect(await isTaken(port)).toBe(false), 10_000);
});
