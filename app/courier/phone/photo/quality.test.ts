import { expect, test } from "vitest";
import { nextTry, type Try } from "./quality";

const KB = 1024;

test("what is small enough stays as it is", () => {
  expect(nextTry({ side: 1600, quality: 0.8 }, 200 * KB)).toBeNull();
});

test("the further above the limit, the bigger the step; first the quality, then the size", () => {
  expect(nextTry({ side: 1600, quality: 0.8 }, 220 * KB)).toEqual({ side: 1600, quality: 0.7 });
  expect(nextTry({ side: 1600, quality: 0.8 }, 900 * KB)).toEqual({ side: 1600, quality: 0.4 });
  expect(nextTry({ side: 1600, quality: 0.4 }, 400 * KB)).toEqual({ side: 1074, quality: 0.4 });
});

test("it ends, whatever comes out", () => {
  let wanted: Try | null = { side: 1600, quality: 0.8 };
  let tries = 0;
  for (; wanted; tries++) wanted = nextTry(wanted, 5_000 * KB);
  expect(tries).toBeLessThanOrEqual(4);
});
