import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

const turn = () => new Promise((done) => setImmediate(done));

test("no more than so many are under way, and each has its turn in the order in which they came", async () => {
  const one = inTurn(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<number>((done) => ends.push(() => done(n)));
  };
  const all = Promise.all([1, 2, 3, 4, 5].map((n) => one(work(n))));
  await turn();
  expect(begun).toEqual([1, 2]);
  for (let ended = 0; ended < 5; ended++) {
    ends[ended]!();
    await turn();
    expect(begun.length).toBe(Math.min(5, ended + 3));
  }
  expect([begun, await all]).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
  ]);
});

test("one that fails tells only who asked for it, and leaves its place to the next", async () => {
  const one = inTurn(1);
  const failing = () => Promise.reject(new Error("cut off"));
  const all = await Promise.allSettled([one(failing), one(() => Promise.resolve("here")), one(failing), one(() => Promise.resolve("too"))]);
  expect(all.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)))).toEqual([
    "Error: cut off",
    "here",
    "Error: cut off",
    "too",
  ]);
});
