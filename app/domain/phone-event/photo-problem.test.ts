import { expect, test } from "vitest";
import { isFinal, wrongHash } from "./photo-problem";

test("bytes that came wrong are asked for again twice, then never more", () => {
  const first = wrongHash(null);
  const second = wrongHash(first);
  const third = wrongHash(second);
  expect([first, second, third].map(isFinal)).toEqual([false, false, true]);
  expect(wrongHash({ code: "photo_unreadable" })).toEqual(first);
});

test("what is no photo will not become one", () => {
  expect(isFinal({ code: "photo_unreadable", params: { why: "damaged" } })).toBe(true);
});
