import { expect, test } from "vitest";
import { gather } from "./gather";

/** Answers when told to, and remembers what was asked together. */
function aTable(most = 50) {
  const asked: { key: string; all: number[]; end: () => void }[] = [];
  const ask = gather<number, string>(
    async (key, all) => {
      await new Promise<void>((end) => asked.push({ key, all, end }));
      if (all.includes(13)) throw new Error(`no answer to ${all.join()}`);
      return all.map((one) => `${key}${one}`);
    },
    { most },
  );
  /** Ends what is under way until nothing is. */
  const endAll = async () => {
    for (let at = 0; at < asked.length; at++) {
      asked[at]!.end();
      await new Promise((turn) => setImmediate(turn));
    }
    return asked.map(({ key, all }) => [key, ...all].join(" "));
  };
  return { ask, endAll };
}

test("who comes while nothing is under way is asked for at once; who comes meanwhile, together", async () => {
  const { ask, endAll } = aTable();
  const answers = Promise.all([1, 2, 3, 4].map((n) => ask("a", n)));
  expect(await endAll()).toEqual(["a 1", "a 2 3 4"]);
  expect(await answers).toEqual(["a1", "a2", "a3", "a4"]);
  const later = ask("a", 5);
  expect(await endAll()).toContain("a 5");
  expect(await later).toBe("a5");
});

test("no more go together than may, and never what has another key", async () => {
  const { ask, endAll } = aTable(2);
  const answers = Promise.all([ask("a", 1), ask("a", 2), ask("b", 7), ask("a", 3), ask("b", 8), ask("a", 4)]);
  expect(await endAll()).toEqual(["a 1", "b 7", "a 2 3", "b 8", "a 4"]);
  expect(await answers).toEqual(["a1", "a2", "b7", "a3", "b8", "a4"]);
});

test("one that can't be answered keeps the answer from nobody else, nor from who comes after", async () => {
  const { ask, endAll } = aTable();
  const answers = Promise.allSettled([1, 2, 13, 3].map((n) => ask("a", n)));
  expect(await endAll()).toEqual(["a 1", "a 2 13 3", "a 2", "a 13", "a 3"]);
  expect((await answers).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    "a1",
    "a2",
    "Error: no answer to 13",
    "a3",
  ]);
  const alone = ask("a", 13).catch((error: Error) => error.message);
  await endAll();
  expect(await alone).toBe("no answer to 13");
});
