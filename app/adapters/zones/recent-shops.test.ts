import { expect, test } from "vitest";
import type { Shop } from "~/ports/records";
import { recentShops } from "./recent-shops";

/** A shop whose zones are one version newer with each reading. */
function world() {
  let [now, version] = [0, 0];
  const shops = recentShops(() => now);
  const read = () => Promise.resolve({ zonesVersion: ++version } as Shop);
  const ask = async (answer: () => Promise<Shop | null> = read) => (await shops("key", answer))?.zonesVersion ?? null;
  return { ask, pass: (ms: number) => (now += ms) };
}
const settled = () => new Promise(setImmediate);
const broken = () => Promise.reject(new Error("no database"));

test("one reading serves who asks within half a second, and is renewed beside within the whole one", async () => {
  const { ask, pass } = world();
  expect(await ask()).toBe(1);
  pass(499);
  expect(await ask()).toBe(1);
  pass(1);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  await settled();
  expect(await ask()).toBe(2);
});

test("what is a second old is never used", async () => {
  const { ask, pass } = world();
  await ask();
  pass(1000);
  expect(await ask()).toBe(2);
});

test("a shop that is gone is gone; one that could not be read is asked for again", async () => {
  const { ask, pass } = world();
  await ask();
  pass(600);
  await ask(broken);
  await settled();
  await expect(ask(broken)).rejects.toThrow("no database");
  expect(await ask(() => Promise.resolve(null))).toBeNull();
  expect(await ask()).toBe(2);
});
