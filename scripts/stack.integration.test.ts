import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inProject } from "./root.ts";
import { PortTaken, startStack, type Death, type Stack } from "./stack.ts";

const dataDir = inProject(".data", "test-stack");
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ dataDir, fresh: true });
});
afterAll(() => stack?.stop());

const status = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

test("all of it is well: the app, the sandbox and the app's installation in the demo shop", async () => {
  expect(await status(`${stack.urls.app}/healthz`)).toBe(200);
  expect(await status(`${stack.urls.sandbox}/sandbox/health`)).toBe(200);
  expect(await status(stack.urls.store)).toBe(200);
  expect(await status(stack.urls.inbox)).toBe(200);
});

test("a data folder that is in use and a port that is taken are refused, and what runs goes on", async () => {
  await expect(startStack({ dataDir })).rejects.toThrow("Already running");
  const taken = Number(new URL(stack.urls.app).port);
  await expect(startStack({ dataDir: inProject(".data", "test-stack-other"), ports: { web: taken } })).rejects.toThrow(PortTaken);
  expect(await status(`${stack.urls.app}/healthz`)).toBe(200);
});

test("a killed process is gone, comes back at the same place, and is not told as a death", async () => {
  const deaths: Death[] = [];
  void stack.died.then((death) => deaths.push(death));
  await stack.kill("web");
  expect(await status(`${stack.urls.app}/healthz`)).toBe(0);
  await stack.restart("web");
  await stack.kill("postgres");
  await vi.waitFor(async () => expect(await status(`${stack.urls.app}/healthz`)).toBe(503), 10_000);
  await stack.restart("postgres");
  await vi.waitFor(async () => expect(await status(`${stack.urls.app}/healthz`)).toBe(200), 10_000);
  await stack.kill("worker", "SIGTERM");
  await stack.restart("worker");
  expect(deaths).toEqual([]);
});

test("stopped, nothing of it answers; the data is there at the next start", async () => {
  const { urls } = stack;
  await stack.stop();
  expect(await status(`${urls.app}/healthz`)).toBe(0);
  expect(await status(`${urls.sandbox}/sandbox/health`)).toBe(0);
  const { env } = stack;
  stack = await startStack({ dataDir, build: false });
  expect(stack.env.APP_ENCRYPTION_KEYS).toBe(env.APP_ENCRYPTION_KEYS);
  expect(await status(`${stack.urls.sandbox}/sandbox/health`)).toBe(200);
});
