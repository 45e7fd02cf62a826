import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createClock, type Told } from "./clock.ts";

const DAY = 86_400_000;
const NOON = new Date("2026-11-23T17:00:00Z");
const aClock = (options: { journal?: string; withinMs?: number } = {}) => createClock({ realNow: () => NOON, ...options });

/** Whether it is still pending when everything that was already due has happened. */
const isPending = async (promise: Promise<unknown>) =>
  (await Promise.race([promise, new Promise((done) => setImmediate(() => done("pending")))])) === "pending";

test("a move is done when every follower has acknowledged it; who joins is told where the clock stands", async () => {
  const clock = aClock();
  const told: Record<string, Told[]> = { web: [], worker: [] };
  for (const name of ["web", "worker"]) clock.follow(name, (one) => void told[name]!.push(one));
  for (const [first] of Object.values(told)) clock.acknowledge(first!.follower, first!.revision);
  const move = clock.moveTo(DAY);
  expect(clock.now().toISOString()).toBe("2026-11-24T17:00:00.000Z");
  expect(told.web!.at(-1)).toMatchObject({ offsetMs: DAY });
  const acknowledge = (name: string, change: number) =>
    clock.acknowledge(told[name]!.at(change)!.follower, told[name]!.at(change)!.revision);
  acknowledge("web", -1);
  acknowledge("worker", 0);
  expect(await isPending(move)).toBe(true);
  acknowledge("worker", -1);
  expect(await move).toEqual([]);
});

test("who leaves is not waited for, who stays silent is named after the time", async () => {
  const clock = aClock({ withinMs: 30 });
  const leave = clock.follow("gone", () => undefined);
  clock.follow("silent", () => undefined);
  const move = clock.moveTo(DAY);
  leave();
  expect(await move).toEqual(["silent"]);
  expect(clock.followers()).toEqual(["silent"]);
  expect(clock.acknowledge("1", 9)).toBe(false);
});

test("a restarted sandbox shows the same moved time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const journal = join(folder, "clock.jsonl");
  await aClock({ journal }).moveTo(DAY);
  expect(aClock({ journal }).now().getTime()).toBe(NOON.getTime() + DAY);
});
